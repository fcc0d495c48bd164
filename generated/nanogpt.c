/*
 * nanogpt.c - trains and runs the network of nanogpt.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 804096 parameters; 1453 nodes in 98 kernels;
 * bytes: parameters 3216384, state 6432768, work 39650816 (unshared 94408192)
 */
#include "mfrt.h"

#define NANOGPT_PARAM_BYTES 3216384u
#define NANOGPT_STATE_BYTES 6432768u
#define NANOGPT_WORK_BYTES 39650816u

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
            float scatter[65][128]; /* calls 145 to 194 */
            struct {
                float mul[12][64]; /* calls 5 to 7 */
                unsigned char gap1[30208];
                float dpositions[64][128];     /* calls 144 to 192 */
                float mul2[12][64];            /* calls 143 to 145 */
                float dlayernorm1_weight[128]; /* calls 142 to 174 */
                unsigned char gap2[716800];
                float contract4[12][64][128];    /* calls 132 to 134 */
                float contract5[12][64][4][32];  /* calls 136 to 138 */
                float add[12][64][512];          /* calls 17 to 124 */
                float mul3[12][64][512];         /* calls 17 to 125 */
                float contract10[12][64][384];   /* calls 20 to 23 */
                float contract14[12][64][4][32]; /* calls 116 to 118 */
                float add2[12][64][512];         /* calls 29 to 104 */
                float mul4[12][64][512];         /* calls 29 to 105 */
                float contract19[12][64][384];   /* calls 32 to 35 */
                float contract23[12][64][4][32]; /* calls 96 to 98 */
                float add3[12][64][512];         /* calls 41 to 84 */
                float mul5[12][64][512];         /* calls 41 to 85 */
                float contract28[12][64][384];   /* calls 44 to 47 */
                float contract32[12][64][4][32]; /* calls 76 to 78 */
                float add4[12][64][512];         /* calls 53 to 64 */
                float mul6[12][64][512];         /* calls 53 to 65 */
                float exp[12][4][64][64];        /* calls 13 to 137 */
                float div[12][4][64][64];        /* calls 13 to 135 */
                float exp2[12][4][64][64];       /* calls 25 to 117 */
                float div2[12][4][64][64];       /* calls 25 to 115 */
                float exp3[12][4][64][64];       /* calls 37 to 97 */
                float div3[12][4][64][64];       /* calls 37 to 95 */
                float exp4[12][4][64][64];       /* calls 49 to 77 */
                float div4[12][4][64][64];       /* calls 49 to 75 */
                float sub[12][64][128];          /* calls 7 to 143 */
                float mul7[12][64][128];         /* calls 7 to 139 */
                float slice[12][64][128];        /* calls 9 to 137 */
                float slice2[12][64][128];       /* calls 10 to 136 */
                float slice3[12][64][128];       /* calls 11 to 133 */
                float contract37[12][64][4][32]; /* calls 14 to 131 */
                float add5[12][64][128];         /* calls 15 to 130 */
                float mul8[12][64][128];         /* calls 16 to 126 */
                float x[12][64][128];            /* calls 18 to 123 */
                float mul9[12][64][128];         /* calls 19 to 119 */
                float slice4[12][64][128];       /* calls 21 to 117 */
                float slice5[12][64][128];       /* calls 22 to 116 */
                float slice6[12][64][128];       /* calls 23 to 113 */
                float contract38[12][64][4][32]; /* calls 26 to 111 */
                float add6[12][64][128];         /* calls 27 to 110 */
                float mul10[12][64][128];        /* calls 28 to 106 */
                float x2[12][64][128];           /* calls 30 to 103 */
                float mul11[12][64][128];        /* calls 31 to 99 */
                float slice7[12][64][128];       /* calls 33 to 97 */
                float slice8[12][64][128];       /* calls 34 to 96 */
                float slice9[12][64][128];       /* calls 35 to 93 */
                float contract39[12][64][4][32]; /* calls 38 to 91 */
                float add7[12][64][128];         /* calls 39 to 90 */
                float mul12[12][64][128];        /* calls 40 to 86 */
                float x3[12][64][128];           /* calls 42 to 83 */
                float mul13[12][64][128];        /* calls 43 to 79 */
                float slice10[12][64][128];      /* calls 45 to 77 */
                float slice11[12][64][128];      /* calls 46 to 76 */
                float slice12[12][64][128];      /* calls 47 to 73 */
                float contract40[12][64][4][32]; /* calls 50 to 71 */
                float add8[12][64][128];         /* calls 51 to 70 */
                float mul14[12][64][128];        /* calls 52 to 66 */
                float x4[12][64][128];           /* calls 54 to 63 */
                float x5[12][64][128];           /* calls 55 to 146 */
                float logits[12][64][65];        /* calls 56 to 57 */
                float sub2[12][64][65];          /* calls 57 to 58 */
                float exp5[12][64][65];          /* calls 57 to 59 */
                float sum[12][64];               /* calls 57 to 58 */
                float div5[12][64];              /* calls 57 to 59 */
                unsigned char gap23[181248];
                float scatter2[12][64][65];    /* calls 6 to 146 */
                float sum2[12][4][64];         /* calls 13 to 135 */
                float sum3[12][4][64];         /* calls 25 to 115 */
                float sum4[12][4][64];         /* calls 37 to 95 */
                float sum5[12][4][64];         /* calls 49 to 75 */
                float sqrt_[12][64];           /* calls 7 to 143 */
                float div6[12][64];            /* calls 7 to 143 */
                float mul15[12][64];           /* calls 16 to 130 */
                float sqrt_2[12][64];          /* calls 16 to 130 */
                float div7[12][64];            /* calls 16 to 130 */
                float mul16[12][64];           /* calls 19 to 123 */
                float sqrt_3[12][64];          /* calls 19 to 123 */
                float div8[12][64];            /* calls 19 to 123 */
                float mul17[12][64];           /* calls 28 to 110 */
                float sqrt_4[12][64];          /* calls 28 to 110 */
                float div9[12][64];            /* calls 28 to 110 */
                float mul18[12][64];           /* calls 31 to 103 */
                float sqrt_5[12][64];          /* calls 31 to 103 */
                float div10[12][64];           /* calls 31 to 103 */
                float mul19[12][64];           /* calls 40 to 90 */
                float sqrt_6[12][64];          /* calls 40 to 90 */
                float div11[12][64];           /* calls 40 to 90 */
                float mul20[12][64];           /* calls 43 to 83 */
                float sqrt_7[12][64];          /* calls 43 to 83 */
                float div12[12][64];           /* calls 43 to 83 */
                float mul21[12][64];           /* calls 52 to 70 */
                float sqrt_8[12][64];          /* calls 52 to 70 */
                float div13[12][64];           /* calls 52 to 70 */
                float mul22[12][64];           /* calls 55 to 63 */
                float sqrt_9[12][64];          /* calls 55 to 63 */
                float div14[12][64];           /* calls 55 to 63 */
                float dlayernorm9_weight[128]; /* calls 62 to 190 */
            };
            struct {
                float contract[12][64][384];                     /* calls 8 to 11 */
                float contract6[12][64][128];                    /* calls 140 to 145 */
                float contract7[12][64][128];                    /* calls 127 to 130 */
                float contract9[12][64][4][32];                  /* calls 134 to 138 */
                float dlinear1_weight[128][512];                 /* calls 126 to 212 */
                float dlinear2_weight[512][128];                 /* calls 125 to 214 */
                float dmultiheadattention1_out_weight[128][128]; /* calls 131 to 196 */
                float dlayernorm2_weight[128];                   /* calls 129 to 176 */
                unsigned char gap4[1768960];
                float where2[12][4][64][64];                     /* calls 24 to 25 */
                float contract13[12][64][128];                   /* calls 112 to 114 */
                float contract15[12][64][128];                   /* calls 120 to 123 */
                float contract16[12][64][128];                   /* calls 107 to 110 */
                float contract18[12][64][4][32];                 /* calls 114 to 118 */
                float dlinear3_weight[128][512];                 /* calls 106 to 216 */
                float dlinear4_weight[512][128];                 /* calls 105 to 218 */
                float dmultiheadattention2_out_weight[128][128]; /* calls 111 to 198 */
                float dlayernorm4_weight[128];                   /* calls 109 to 180 */
                unsigned char gap10[1768960];
                float where3[12][4][64][64];                     /* calls 36 to 37 */
                float contract22[12][64][128];                   /* calls 92 to 94 */
                float contract24[12][64][128];                   /* calls 100 to 103 */
                float contract25[12][64][128];                   /* calls 87 to 90 */
                float contract27[12][64][4][32];                 /* calls 94 to 98 */
                float dlinear5_weight[128][512];                 /* calls 86 to 220 */
                float dlinear6_weight[512][128];                 /* calls 85 to 222 */
                float dmultiheadattention3_out_weight[128][128]; /* calls 91 to 200 */
                float dlayernorm6_weight[128];                   /* calls 89 to 184 */
                unsigned char gap16[1768960];
                float where4[12][4][64][64];                     /* calls 48 to 49 */
                float contract31[12][64][128];                   /* calls 72 to 74 */
                float contract33[12][64][128];                   /* calls 80 to 83 */
                float contract34[12][64][128];                   /* calls 67 to 70 */
                float contract36[12][64][4][32];                 /* calls 74 to 78 */
                float dlinear7_weight[128][512];                 /* calls 66 to 224 */
                float dlinear8_weight[512][128];                 /* calls 65 to 226 */
                float dmultiheadattention4_out_weight[128][128]; /* calls 71 to 202 */
                float dlayernorm8_weight[128];                   /* calls 69 to 188 */
                unsigned char gap22[21429760];
                float dx[12][64][128];  /* calls 60 to 63 */
                float dx2[12][64][128]; /* calls 63 to 145 */
            };
            struct {
                float where[12][4][64][64]; /* calls 12 to 13 */
                unsigned char gap3[786432];
                float contract8[12][64][4][32]; /* calls 137 to 138 */
                unsigned char gap5[2752512];
                float contract11[12][64][512];   /* calls 29 to 107 */
                float contract17[12][64][4][32]; /* calls 117 to 118 */
                unsigned char gap11[2752512];
                float contract20[12][64][512];   /* calls 41 to 87 */
                float contract26[12][64][4][32]; /* calls 97 to 98 */
                unsigned char gap17[2752512];
                float contract29[12][64][512];   /* calls 53 to 67 */
                float contract35[12][64][4][32]; /* calls 77 to 78 */
            };
            struct {
                float contract2[12][64][512];                    /* calls 17 to 127 */
                float dmultiheadattention1_qkv_weight[128][384]; /* calls 139 to 204 */
                unsigned char gap6[2949120];
                float contract12[12][4][64][64]; /* calls 113 to 115 */
                unsigned char gap9[786432];
                float dmultiheadattention2_qkv_weight[128][384]; /* calls 119 to 206 */
                unsigned char gap12[2949120];
                float contract21[12][4][64][64]; /* calls 93 to 95 */
                unsigned char gap15[786432];
                float dmultiheadattention3_qkv_weight[128][384]; /* calls 99 to 208 */
                unsigned char gap18[2949120];
                float contract30[12][4][64][64]; /* calls 73 to 75 */
                unsigned char gap21[786432];
                float dmultiheadattention4_qkv_weight[128][384]; /* calls 79 to 210 */
            };
            struct {
                float contract3[12][4][64][64]; /* calls 133 to 135 */
                unsigned char gap7[3932160];
                float concat2[12][64][384]; /* calls 118 to 120 */
                unsigned char gap13[3538944];
                float concat3[12][64][384]; /* calls 98 to 100 */
                unsigned char gap19[3538944];
                float concat4[12][64][384]; /* calls 78 to 80 */
            };
            struct {
                float concat[12][64][384]; /* calls 138 to 140 */
                unsigned char gap8[3538944];
                float dlayernorm3_weight[128]; /* calls 122 to 178 */
                unsigned char gap14[4718080];
                float dlayernorm5_weight[128]; /* calls 102 to 182 */
                unsigned char gap20[4718080];
                float dlayernorm7_weight[128]; /* calls 82 to 186 */
            };
        } step;
        union NanogptEval {
            float mul3[12][64][512]; /* calls 35 to 36 */
            float mul4[12][64][512]; /* calls 47 to 48 */
            float x[12][64][128];    /* calls 49 to 50 */
            struct {
                float contract[12][64][384]; /* calls 2 to 5 */
                float mul5[12][64][128];     /* calls 1 to 2 */
                float slice5[12][64][128];   /* calls 4 to 6 */
                float slice6[12][64][128];   /* calls 5 to 8 */
                float slice10[12][64][128];  /* calls 17 to 20 */
            };
            struct {
                float where[12][4][64][64]; /* calls 6 to 7 */
                float div[12][4][64][64];   /* calls 7 to 8 */
                float add[12][64][128];     /* calls 9 to 49 */
                float mul9[12][64][128];    /* calls 10 to 11 */
                float slice11[12][64][128]; /* calls 29 to 32 */
            };
            struct {
                float contract2[12][64][4][32]; /* calls 8 to 9 */
                float logits[12][64][65];       /* calls 50 to 51 */
                unsigned char gap1[193536];
                float div2[12][4][64][64]; /* calls 19 to 20 */
                unsigned char gap7[393216];
                float slice7[12][64][128];  /* calls 16 to 18 */
                float slice12[12][64][128]; /* calls 41 to 44 */
            };
            struct {
                float mul[12][64][512]; /* calls 11 to 12 */
                unsigned char gap8[393216];
                float mul10[12][64][128]; /* calls 22 to 23 */
            };
            struct {
                float contract3[12][64][384]; /* calls 14 to 17 */
                float slice[12][64][128];     /* calls 3 to 6 */
                unsigned char gap9[393216];
                float slice8[12][64][128]; /* calls 28 to 30 */
            };
            struct {
                float where2[12][4][64][64]; /* calls 18 to 19 */
                float div3[12][4][64][64];   /* calls 31 to 32 */
                unsigned char gap10[393216];
                float mul11[12][64][128]; /* calls 34 to 35 */
            };
            struct {
                float contract4[12][64][4][32]; /* calls 20 to 21 */
                unsigned char gap2[393216];
                float div4[12][4][64][64]; /* calls 43 to 44 */
                unsigned char gap11[393216];
                float slice9[12][64][128]; /* calls 40 to 42 */
            };
            struct {
                float mul2[12][64][512]; /* calls 23 to 24 */
                unsigned char gap12[393216];
                float mul12[12][64][128]; /* calls 46 to 47 */
            };
            struct {
                float contract5[12][64][384]; /* calls 26 to 29 */
                float mul6[12][64][128];      /* calls 13 to 14 */
            };
            struct {
                float where3[12][4][64][64]; /* calls 30 to 31 */
                unsigned char gap3[393216];
                float slice2[12][64][128]; /* calls 15 to 18 */
            };
            struct {
                float contract6[12][64][4][32]; /* calls 32 to 33 */
                unsigned char gap4[786432];
                float mul7[12][64][128]; /* calls 25 to 26 */
            };
            struct {
                float contract7[12][64][384]; /* calls 38 to 41 */
                float slice3[12][64][128];    /* calls 27 to 30 */
            };
            struct {
                float where4[12][4][64][64]; /* calls 42 to 43 */
                unsigned char gap5[393216];
                float mul8[12][64][128]; /* calls 37 to 38 */
            };
            struct {
                float contract8[12][64][4][32]; /* calls 44 to 45 */
                unsigned char gap6[786432];
                float slice4[12][64][128]; /* calls 39 to 42 */
            };
            struct {
                float sub[12][64][65]; /* calls 51 to 52 */
                float sum[12][64];     /* calls 51 to 52 */
            };
        } eval;
        union NanogptEvalOne {
            float where3[1][4][64][64];    /* calls 30 to 31 */
            float contract6[1][64][4][32]; /* calls 32 to 33 */
            float mul8[1][64][512];        /* calls 35 to 36 */
            float contract7[1][64][384];   /* calls 38 to 41 */
            float where4[1][4][64][64];    /* calls 42 to 43 */
            float contract8[1][64][4][32]; /* calls 44 to 45 */
            float mul11[1][64][512];       /* calls 47 to 48 */
            float x[1][64][128];           /* calls 49 to 50 */
            float sub2[1][64][65];         /* calls 51 to 52 */
            struct {
                float sub[1][64][128]; /* call 1 */
                float mul12[1][64];    /* call 1 */
                float div8[1][64];     /* call 1 */
                unsigned char gap3[32256];
                float exp[1][4][64][64];  /* call 7 */
                float slice5[1][64][128]; /* calls 4 to 6 */
                unsigned char gap11[32768];
                float slice9[1][64][128]; /* calls 5 to 8 */
                float max2[1][4][64];     /* call 7 */
                float sum2[1][4][64];     /* call 7 */
                unsigned char gap14[30720];
                float max3[1][4][64]; /* call 19 */
                float sum3[1][4][64]; /* call 19 */
            };
            struct {
                float contract[1][64][384]; /* calls 2 to 5 */
                float mul14[1][64][128];    /* calls 1 to 2 */
                float div10[1][4][64][64];  /* calls 7 to 8 */
                float add[1][64][128];      /* calls 9 to 49 */
                float slice10[1][64][128];  /* calls 17 to 20 */
                float max4[1][4][64];       /* call 31 */
                float sum4[1][4][64];       /* call 31 */
            };
            struct {
                float where[1][4][64][64]; /* calls 6 to 7 */
                float exp2[1][4][64][64];  /* call 19 */
                float mul18[1][64][128];   /* calls 10 to 11 */
                unsigned char gap12[65536];
                float slice11[1][64][128]; /* calls 29 to 32 */
                float max5[1][4][64];      /* call 43 */
                float sum5[1][4][64];      /* call 43 */
            };
            struct {
                float contract2[1][64][4][32]; /* calls 8 to 9 */
                float mul13[1][64];            /* call 49 */
                float div9[1][64];             /* call 49 */
                unsigned char gap4[32256];
                float exp3[1][4][64][64]; /* call 31 */
                float slice6[1][64][128]; /* calls 16 to 18 */
                unsigned char gap13[65536];
                float slice12[1][64][128]; /* calls 41 to 44 */
            };
            struct {
                float mul[1][64]; /* call 10 */
                float div[1][64]; /* call 10 */
                unsigned char gap1[16128];
                float max[1][64]; /* call 51 */
                float sum[1][64]; /* calls 51 to 52 */
                unsigned char gap2[15616];
                float logits[1][64][65]; /* calls 50 to 51 */
                unsigned char gap5[16128];
                float exp4[1][4][64][64];  /* call 43 */
                float div11[1][4][64][64]; /* calls 19 to 20 */
            };
            struct {
                float mul2[1][64][512];  /* calls 11 to 12 */
                float mul19[1][64][128]; /* calls 22 to 23 */
            };
            struct {
                float mul3[1][64]; /* call 13 */
                float div2[1][64]; /* call 13 */
                unsigned char gap6[97792];
                float slice[1][64][128];  /* calls 3 to 6 */
                float slice7[1][64][128]; /* calls 28 to 30 */
            };
            struct {
                float contract3[1][64][384]; /* calls 14 to 17 */
                float mul15[1][64][128];     /* calls 13 to 14 */
                float div12[1][4][64][64];   /* calls 31 to 32 */
            };
            struct {
                float where2[1][4][64][64]; /* calls 18 to 19 */
                unsigned char gap7[32768];
                float slice2[1][64][128]; /* calls 15 to 18 */
                float mul20[1][64][128];  /* calls 34 to 35 */
            };
            struct {
                float contract4[1][64][4][32]; /* calls 20 to 21 */
                unsigned char gap8[65536];
                float mul16[1][64][128];  /* calls 25 to 26 */
                float slice8[1][64][128]; /* calls 40 to 42 */
            };
            struct {
                float mul4[1][64]; /* call 22 */
                float div3[1][64]; /* call 22 */
                unsigned char gap9[97792];
                float slice3[1][64][128];  /* calls 27 to 30 */
                float div13[1][4][64][64]; /* calls 43 to 44 */
            };
            struct {
                float mul5[1][64][512];  /* calls 23 to 24 */
                float mul21[1][64][128]; /* calls 46 to 47 */
            };
            struct {
                float mul6[1][64]; /* call 25 */
                float div4[1][64]; /* call 25 */
                unsigned char gap10[97792];
                float mul17[1][64][128]; /* calls 37 to 38 */
            };
            struct {
                float contract5[1][64][384]; /* calls 26 to 29 */
                float slice4[1][64][128];    /* calls 39 to 42 */
            };
            struct {
                float mul7[1][64]; /* call 34 */
                float div5[1][64]; /* call 34 */
            };
            struct {
                float mul9[1][64]; /* call 37 */
                float div6[1][64]; /* call 37 */
            };
            struct {
                float mul10[1][64]; /* call 46 */
                float div7[1][64];  /* call 46 */
            };
        } eval_one;
        union NanogptLogits {
            float where3[1][4][64][64];    /* calls 30 to 31 */
            float contract6[1][64][4][32]; /* calls 32 to 33 */
            float mul8[1][64][512];        /* calls 35 to 36 */
            float contract7[1][64][384];   /* calls 38 to 41 */
            float where4[1][4][64][64];    /* calls 42 to 43 */
            float contract8[1][64][4][32]; /* calls 44 to 45 */
            float mul11[1][64][512];       /* calls 47 to 48 */
            float x[1][64][128];           /* calls 49 to 50 */
            struct {
                float sub[1][64][128]; /* call 1 */
                float mul12[1][64];    /* call 1 */
                float div8[1][64];     /* call 1 */
                unsigned char gap1[32256];
                float exp[1][4][64][64];  /* call 7 */
                float slice5[1][64][128]; /* calls 4 to 6 */
                unsigned char gap9[32768];
                float slice9[1][64][128]; /* calls 5 to 8 */
                float max[1][4][64];      /* call 7 */
                float sum[1][4][64];      /* call 7 */
                unsigned char gap12[30720];
                float max2[1][4][64]; /* call 19 */
                float sum2[1][4][64]; /* call 19 */
            };
            struct {
                float contract[1][64][384]; /* calls 2 to 5 */
                float mul14[1][64][128];    /* calls 1 to 2 */
                float div10[1][4][64][64];  /* calls 7 to 8 */
                float add[1][64][128];      /* calls 9 to 49 */
                float slice10[1][64][128];  /* calls 17 to 20 */
                float max3[1][4][64];       /* call 31 */
                float sum3[1][4][64];       /* call 31 */
            };
            struct {
                float where[1][4][64][64]; /* calls 6 to 7 */
                float exp2[1][4][64][64];  /* call 19 */
                float mul18[1][64][128];   /* calls 10 to 11 */
                unsigned char gap10[65536];
                float slice11[1][64][128]; /* calls 29 to 32 */
                float max4[1][4][64];      /* call 43 */
                float sum4[1][4][64];      /* call 43 */
            };
            struct {
                float contract2[1][64][4][32]; /* calls 8 to 9 */
                float mul13[1][64];            /* call 49 */
                float div9[1][64];             /* call 49 */
                unsigned char gap2[32256];
                float exp3[1][4][64][64]; /* call 31 */
                float slice6[1][64][128]; /* calls 16 to 18 */
                unsigned char gap11[65536];
                float slice12[1][64][128]; /* calls 41 to 44 */
            };
            struct {
                float mul[1][64]; /* call 10 */
                float div[1][64]; /* call 10 */
                unsigned char gap3[65024];
                float exp4[1][4][64][64];  /* call 43 */
                float div11[1][4][64][64]; /* calls 19 to 20 */
            };
            struct {
                float mul2[1][64][512];  /* calls 11 to 12 */
                float mul19[1][64][128]; /* calls 22 to 23 */
            };
            struct {
                float mul3[1][64]; /* call 13 */
                float div2[1][64]; /* call 13 */
                unsigned char gap4[97792];
                float slice[1][64][128];  /* calls 3 to 6 */
                float slice7[1][64][128]; /* calls 28 to 30 */
            };
            struct {
                float contract3[1][64][384]; /* calls 14 to 17 */
                float mul15[1][64][128];     /* calls 13 to 14 */
                float div12[1][4][64][64];   /* calls 31 to 32 */
            };
            struct {
                float where2[1][4][64][64]; /* calls 18 to 19 */
                unsigned char gap5[32768];
                float slice2[1][64][128]; /* calls 15 to 18 */
                float mul20[1][64][128];  /* calls 34 to 35 */
            };
            struct {
                float contract4[1][64][4][32]; /* calls 20 to 21 */
                unsigned char gap6[65536];
                float mul16[1][64][128];  /* calls 25 to 26 */
                float slice8[1][64][128]; /* calls 40 to 42 */
            };
            struct {
                float mul4[1][64]; /* call 22 */
                float div3[1][64]; /* call 22 */
                unsigned char gap7[97792];
                float slice3[1][64][128];  /* calls 27 to 30 */
                float div13[1][4][64][64]; /* calls 43 to 44 */
            };
            struct {
                float mul5[1][64][512];  /* calls 23 to 24 */
                float mul21[1][64][128]; /* calls 46 to 47 */
            };
            struct {
                float mul6[1][64]; /* call 25 */
                float div4[1][64]; /* call 25 */
                unsigned char gap8[97792];
                float mul17[1][64][128]; /* calls 37 to 38 */
            };
            struct {
                float contract5[1][64][384]; /* calls 26 to 29 */
                float slice4[1][64][128];    /* calls 39 to 42 */
            };
            struct {
                float mul7[1][64]; /* call 34 */
                float div5[1][64]; /* call 34 */
            };
            struct {
                float mul9[1][64]; /* call 37 */
                float div6[1][64]; /* call 37 */
            };
            struct {
                float mul10[1][64]; /* call 46 */
                float div7[1][64];  /* call 46 */
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

/* 3  where(step < 100, div305, 0.0001 + 0.0009 * (1 + cos(3.14159...  nanogpt.lua:44 */
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

/* 5  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125   nanogpt.lua:34 */
static void k5_mul(const int32_t tokens[restrict 12][64],
                   const float embedding1_weight[restrict 65][128],
                   const float positions[restrict 64][128], float mul[restrict 12][64])
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
            mul[i][j] = sum * 0.0078125f;
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

/* 7  gather(embedding1.weight, tokens) + positions - mul12; sqrt(...  nanogpt.lua:34 */
static void k7_mul(const int32_t tokens[restrict 12][64],
                   const float embedding1_weight[restrict 65][128],
                   const float positions[restrict 64][128],
                   const float mul[restrict 12][64], float sub[restrict 12][64][128],
                   float sqrt_[restrict 12][64], float div[restrict 12][64],
                   const float layernorm1_weight[restrict 128],
                   float mul2[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[i][j][k] = x - mul[i][j];
            }
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += sub[i][j][16 * k + l] * sub[i][j][16 * k + l];
            const float sum = mf_sum16f(lane);
            const float t = sum * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div[i][j] = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul2[i][j][k] = sub[i][j][k] * div[i][j] * layernorm1_weight[k];
        }
}

/* 8  mul27 multiheadattention1.qkv.weight                             nanogpt.lua:34 */
static void k8_contract(const float mul[restrict 12][64][128],
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

/* 9  slice(contract29)                                                nanogpt.lua:34 */
static void k9_slice(const float contract[restrict 12][64][384],
                     float slice[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                slice[i][j][k] = contract[i][j][k];
}

/* 10  slice(contract29)                                               nanogpt.lua:34 */
static void k10_slice(const float contract[restrict 12][64][384],
                      float slice[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                slice[i][j][k] = contract[i][j][k + 128];
}

/* 11  slice(contract29)                                               nanogpt.lua:34 */
static void k11_slice(const float contract[restrict 12][64][384],
                      float slice[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                slice[i][j][k] = contract[i][j][k + 256];
}

/* 12  where(iota >= iota, reshape31 reshape33' / 5.65685, -inf)       nanogpt.lua:34 */
static void k12_where(const float slice[restrict 12][64][4][32],
                      const float slice2[restrict 12][64][4][32],
                      float where[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 128}};
            static const MfTerm terms[] = {{32, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &slice[i][0][j][0],
                        &slice2[i][0][j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    where[i][j][k][l] = k >= l ? acc[k][l] / 5.656854f : -INFINITY;
        }
}

/* 13  max(where38); exp(where38 - max39); sum(exp42); exp42 / sum43   nanogpt.lua:34 */
static void k13_div(const float where[restrict 12][4][64][64],
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
                const float max = top;
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

/* 14  div45 reshape47                                                 nanogpt.lua:34 */
static void k14_contract(const float div[restrict 12][4][64][64],
                         const float slice[restrict 12][64][4][32],
                         float contract[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &slice[i][0][j][0], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 15  gather(embedding1.weight, tokens) + positions + reshape49 ...   nanogpt.lua:34 */
static void k15_add(const float contract[restrict 12][64][128],
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

/* 16  sum(add52) * 0.0078125; sqrt(sum((add52 - mul55) * (add52 -...  nanogpt.lua:34 */
static void k16_mul(const float add[restrict 12][64][128], float mul[restrict 12][64],
                    float sqrt_[restrict 12][64], float div[restrict 12][64],
                    const float layernorm2_weight[restrict 128],
                    float mul2[restrict 12][64][128])
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

/* 17  mul68 linear1.weight; 1 + erf(contract70 * 0.707107); 0.5 *...  nanogpt.lua:34 */
static void k17_mul(const float mul[restrict 12][64][128],
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

/* 18  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k18_x(const float mul[restrict 12][64][512],
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

/* 19  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k19_add(const float contract[restrict 12][64][128],
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

/* 20  logits = x embedding1.weight'                                   nanogpt.lua:37 */
static void k20_logits(const float x[restrict 12][64][128],
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

/* 21  max(logits); logits - max286; exp(sub288); sum(exp289); 0.0...  nanogpt.lua:38 */
static void k21_div(const float logits[restrict 12][64][65],
                    float sub[restrict 12][64][65], float exp[restrict 12][64][65],
                    float sum[restrict 12][64], float div[restrict 12][64])
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
            const float max = top;
            for (int k = 0; k < 65; k++) {
                const float t = logits[i][j][k] - max;
                sub[i][j][k] = t;
                exp[i][j][k] = mf_expf(t);
            }
            float lane2[16] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += exp[i][j][16 * k + l];
            lane2[0] += exp[i][j][64];
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
            div[i][j] = 0.0013020834f / sum2;
        }
}

/* 22  loss = sum(log(sum290) - gather(sub288, target)) / 768          nanogpt.lua:38 */
static void k22_loss(const int32_t target[restrict 12][64],
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

/* 23  dlogits = scatter339 + div341 * exp289                          nanogpt.lua:38 */
static void k23_dlogits(const float div[restrict 12][64],
                        const float exp[restrict 12][64][65],
                        float scatter[restrict 12][64][65])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                scatter[i][j][k] = scatter[i][j][k] + div[i][j] * exp[i][j][k];
}

/* 24  dx = dlogits embedding1.weight                                  nanogpt.lua:37 */
static void k24_dx(const float dlogits[restrict 12][64][65],
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

/* 25  sum(dx * layernorm9.weight * (x - mul271)) * div279 / sqrt2...  nanogpt.lua:36 */
static void k25_div(const float dx[restrict 12][64][128],
                    const float layernorm9_weight[restrict 128],
                    const float x[restrict 12][64][128],
                    const float mul[restrict 12][64], const float div[restrict 12][64],
                    float sqrt_[restrict 12][64])
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
            sqrt_[i][j] = t2 * -0.5f / sqrt_[i][j];
        }
}

/* 26  dlayernorm9.weight = sum(dx * ((x - mul271) * div279))          nanogpt.lua:36 */
static void k26_dlayernorm9_we(const float dx[restrict 12][64][128],
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

/* 27  dx * layernorm9.weight * div279 + div355 * 0.0078125 * (x -...  nanogpt.lua:36 */
static void k27_dx(const float div[restrict 12][64],
                   const float x[restrict 12][64][128],
                   const float mul[restrict 12][64],
                   const float dx[restrict 12][64][128],
                   const float layernorm9_weight[restrict 128],
                   const float div2[restrict 12][64], float dx2[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float add[128];
            for (int k = 0; k < 128; k++) {
                const float t = div[i][j] * 0.0078125f;
                const float t2 = t * (x[i][j][k] - mul[i][j]);
                add[k] = dx[i][j][k] * layernorm9_weight[k] * div2[i][j] + t2 + t2;
            }
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add[16 * k + l];
            const float sum = mf_sum16f(lane);
            const float mul2 = sum * -0.0078125f;
            for (int k = 0; k < 128; k++)
                dx2[i][j][k] = add[k] + mul2;
        }
}

/* 28  dx linear8.weight' * (0.5 * contract261) * (1.12838 * exp(-...  nanogpt.lua:34 */
static void k28_add(const float dx[restrict 12][64][128],
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

/* 29  dlinear8.weight = mul266' dx                                    nanogpt.lua:34 */
static void k29_dlinear8_weigh(const float mul[restrict 12][64][512],
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

/* 30  dlinear7.weight = mul259' add377                                nanogpt.lua:34 */
static void k30_dlinear7_weigh(const float mul[restrict 12][64][128],
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

/* 31  add377 linear7.weight'                                          nanogpt.lua:34 */
static void k31_contract(const float add[restrict 12][64][512],
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

/* 32  contract378 * layernorm8.weight * div254 + div386 * 0.00781...  nanogpt.lua:34 */
static void k32_add(const float div[restrict 12][64],
                    const float add[restrict 12][64][128],
                    const float mul[restrict 12][64],
                    const float contract[restrict 12][64][128],
                    const float layernorm8_weight[restrict 128],
                    const float div2[restrict 12][64], float dx[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float add2[128];
            for (int k = 0; k < 128; k++) {
                const float t = add[i][j][k] - mul[i][j];
                const float t2 = div[i][j] * 0.0078125f * t;
                const float t3 = contract[i][j][k] * layernorm8_weight[k] * div2[i][j];
                add2[k] = t3 + t2 + t2;
            }
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add2[16 * k + l];
            const float sum = mf_sum16f(lane);
            const float mul2 = sum * -0.0078125f;
            for (int k = 0; k < 128; k++)
                dx[i][j][k] = dx[i][j][k] + add2[k] + mul2;
        }
}

/* 33  dmultiheadattention4.out.weight = reshape241' add396            nanogpt.lua:34 */
static void k33_dmultiheadatte(const float contract[restrict 12][64][128],
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

/* 34  add396 multiheadattention4.out.weight'                          nanogpt.lua:34 */
static void k34_contract(const float add[restrict 12][64][128],
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

/* 35  reshape398 reshape239'                                          nanogpt.lua:34 */
static void k35_contract(const float contract[restrict 12][64][4][32],
                         const float slice[restrict 12][64][4][32],
                         float contract2[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 128}};
            static const MfTerm terms[] = {{32, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][j][0],
                        &slice[i][0][j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract2[i][j][k][l] = acc[k][l];
        }
}

/* 36  div237' reshape398                                              nanogpt.lua:34 */
static void k36_contract(const float div[restrict 12][4][64][64],
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

/* 37  -sum(contract399 * div237 / sum235); where(iota >= iota, (c...  nanogpt.lua:34 */
static void k37_div(const float contract[restrict 12][4][64][64],
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
                const float neg = -sum2;
                for (int l = 0; l < 64; l++) {
                    const float t = contract[i][j][k][l] / sum[i][j][k] + neg;
                    exp[i][j][k][l] = (k >= l ? t * exp[i][j][k][l] : 0.0f) / 5.656854f;
                }
            }
}

/* 38  concat(reshape412, reshape414, reshape416)                      nanogpt.lua:34 */
static void k38_concat(const float contract[restrict 12][64][128],
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

/* 39  dmultiheadattention4.qkv.weight = mul221' concat417             nanogpt.lua:34 */
static void k39_dmultiheadatte(const float mul[restrict 12][64][128],
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

/* 40  concat417 multiheadattention4.qkv.weight'                       nanogpt.lua:34 */
static void k40_contract(const float concat[restrict 12][64][384],
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

/* 41  sum(contract625 * layernorm1.weight * sub14) * div22 / sqrt...  nanogpt.lua:34 */
static void k41_div(const float contract[restrict 12][64][128],
                    const float layernorm1_weight[restrict 128],
                    const float sub[restrict 12][64][128],
                    const float div[restrict 12][64], float sqrt_[restrict 12][64])
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
            sqrt_[i][j] = t2 * -0.5f / sqrt_[i][j];
        }
}

/* 42  dlayernorm1.weight = sum(contract625 * (sub14 * div22))         nanogpt.lua:34 */
static void k42_dlayernorm1_we(const float contract[restrict 12][64][128],
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

/* 43  contract625 * layernorm1.weight * div22 + div633 * 0.007812...  nanogpt.lua:34 */
static void k43_mul(const float layernorm1_weight[restrict 128],
                    const float div[restrict 12][64], const float div2[restrict 12][64],
                    const float sub[restrict 12][64][128],
                    float contract[restrict 12][64][128], float mul[restrict 12][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 128; k++) {
                const float t = div2[i][j] * 0.0078125f * sub[i][j][k];
                const float t2 = contract[i][j][k] * layernorm1_weight[k] * div[i][j];
                contract[i][j][k] = t2 + t + t;
            }
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += contract[i][j][16 * k + l];
            const float sum = mf_sum16f(lane);
            mul[i][j] = sum * -0.0078125f;
        }
}

/* 44  dpositions = sum(add604 + add638 + mul641)                      nanogpt.lua:32 */
static void k44_dpositions(const float add[restrict 12][64][128],
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

/* 45  scatter(add604 + add638 + mul641, tokens)                       nanogpt.lua:32 */
static void k45_scatter(const int32_t tokens[restrict 12][64],
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

/* 46  dembedding1.weight = dlogits' x + scatter644                    nanogpt.lua:32 */
static void k46_dembedding1_we(const float dlogits[restrict 12][64][65],
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

/* 47  sum(dembedding1.weight * dembedding1.weight) + sum(dpositio...  nanogpt.lua:44 */
static void k47_add(const float dembedding1_weight[restrict 65][128],
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

/* 48  add651 + sum(dmultiheadattention1.qkv.weight * ...              nanogpt.lua:44 */
static void k48_add(const float qkv_weight[restrict 128][384], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 24; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += qkv_weight[i][16 * j + k] * qkv_weight[i][16 * j + k];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 49  add655 + sum(dmultiheadattention1.out.weight * ...              nanogpt.lua:44 */
static void k49_add(const float out_weight[restrict 128][128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += out_weight[i][16 * j + k] * out_weight[i][16 * j + k];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 50  add659 + sum(dlayernorm1.weight * dlayernorm1.weight)           nanogpt.lua:44 */
static void k50_add(const float dlayernorm1_weight[restrict 128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm1_weight[16 * i + j] * dlayernorm1_weight[16 * i + j];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 51  add669 + sum(dlinear1.weight * dlinear1.weight)                 nanogpt.lua:44 */
static void k51_add(const float dlinear1_weight[restrict 128][512], float *restrict add)
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

/* 52  add673 + sum(dlinear2.weight * dlinear2.weight)                 nanogpt.lua:44 */
static void k52_add(const float dlinear2_weight[restrict 512][128], float *restrict add)
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

/* 53  1 / (sqrt(add755 + sum(dlayernorm9.weight * dlayernorm9.wei...  nanogpt.lua:44 */
static void k53_div(const float dlayernorm9_weight[restrict 128], float *restrict add)
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

/* 54  adamw.v.layernorm1.weight = where(abs(beta2 * adamw.v.layer...  nanogpt.lua:44 */
static void k54_adamw_v_layern(float beta2,
                               const float dlayernorm1_weight[restrict 128], float div,
                               float v_layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = dlayernorm1_weight[i] * clip;
        const float t2 = beta2 * v_layernorm1_weight[i];
        const float t2_2 = t2 + (1.0f - beta2) * (t * t);
        v_layernorm1_weight[i] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
    }
}

/* 55  adamw.m.layernorm1.weight = where(abs(beta1 * adamw.m.layer...  nanogpt.lua:44 */
static void k55_layernorm1_wei(float beta1,
                               const float dlayernorm1_weight[restrict 128], float div,
                               float div2, const float where[restrict 128], float sqrt_,
                               float eps, float m_layernorm1_weight[restrict 128],
                               float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (dlayernorm1_weight[i] * clip);
        const float t2 = beta1 * m_layernorm1_weight[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        m_layernorm1_weight[i] = t2_2;
        const float t3 = div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
        layernorm1_weight[i] = layernorm1_weight[i] - t3;
    }
}

/* 56  adamw.v.positions = where(abs(beta2 * adamw.v.positions + (...  nanogpt.lua:44 */
static void k56_adamw_v_positi(float beta2, const float dpositions[restrict 64][128],
                               float div, float adamw_v_positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dpositions[i][j] * clip;
            const float t2 = beta2 * adamw_v_positions[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            adamw_v_positions[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 57  adamw.m.positions = where(abs(beta1 * adamw.m.positions + (...  nanogpt.lua:44 */
static void k57_positions(float beta1, const float dpositions[restrict 64][128],
                          float div, float where, float weight_decay, float div2,
                          const float where2[restrict 64][128], float sqrt_, float eps,
                          float adamw_m_positions[restrict 64][128],
                          float positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dpositions[i][j] * clip);
            const float t2 = beta1 * adamw_m_positions[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adamw_m_positions[i][j] = t2_2;
            const float t3 = div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
            positions[i][j] = positions[i][j] * (1.0f - where * weight_decay) - t3;
        }
}

/* 58  adamw.m.embedding1.weight = where(abs(beta1 * adamw.m.embed...  nanogpt.lua:44 */
static void k58_adamw_m_embedd(float beta1,
                               const float dembedding1_weight[restrict 65][128],
                               float div, float m_embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dembedding1_weight[i][j] * clip);
            const float t2 = beta1 * m_embedding1_weight[i][j] + t;
            m_embedding1_weight[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 59  adamw.v.embedding1.weight = where(abs(beta2 * adamw.v.embed...  nanogpt.lua:44 */
static void k59_embedding1_wei(float beta2,
                               const float dembedding1_weight[restrict 65][128],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 65][128], float sqrt_,
                               float eps, float v_embedding1_weight[restrict 65][128],
                               float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dembedding1_weight[i][j] * clip;
            const float t2 = beta2 * v_embedding1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            v_embedding1_weight[i][j] = t3;
            const float t4 = embedding1_weight[i][j] * (1.0f - where * weight_decay);
            const float t5 = div2 * where2[i][j] / (sqrtf(t3) / sqrt_ + eps);
            embedding1_weight[i][j] = t4 - t5;
        }
}

/* 60  adamw.v.multiheadattention1.out.weight = where(abs(beta2 * ...  nanogpt.lua:44 */
static void k60_adamw_v_multih(float beta2, const float out_weight[restrict 128][128],
                               float div, float out_weight2[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = out_weight[i][j] * clip;
            const float t2 = beta2 * out_weight2[i][j] + (1.0f - beta2) * (t * t);
            out_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 61  adamw.m.multiheadattention1.out.weight = where(abs(beta1 * ...  nanogpt.lua:44 */
static void k61_multiheadatten(float beta1, const float out_weight[restrict 128][128],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 128][128], float sqrt_,
                               float eps, float out_weight2[restrict 128][128],
                               float out_weight3[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (out_weight[i][j] * clip);
            const float t2 = beta1 * out_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            out_weight2[i][j] = t2_2;
            const float t3 = out_weight3[i][j] * (1.0f - where * weight_decay);
            out_weight3[i][j] = t3 - div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
        }
}

/* 62  adamw.v.multiheadattention1.qkv.weight = where(abs(beta2 * ...  nanogpt.lua:44 */
static void k62_adamw_v_multih(float beta2, const float qkv_weight[restrict 128][384],
                               float div, float qkv_weight2[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = qkv_weight[i][j] * clip;
            const float t2 = beta2 * qkv_weight2[i][j] + (1.0f - beta2) * (t * t);
            qkv_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 63  adamw.m.multiheadattention1.qkv.weight = where(abs(beta1 * ...  nanogpt.lua:44 */
static void k63_multiheadatten(float beta1, const float qkv_weight[restrict 128][384],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 128][384], float sqrt_,
                               float eps, float qkv_weight2[restrict 128][384],
                               float qkv_weight3[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (qkv_weight[i][j] * clip);
            const float t2 = beta1 * qkv_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            qkv_weight2[i][j] = t2_2;
            const float t3 = qkv_weight3[i][j] * (1.0f - where * weight_decay);
            qkv_weight3[i][j] = t3 - div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
        }
}

/* 64  adamw.v.linear1.weight = where(abs(beta2 * adamw.v.linear1....  nanogpt.lua:44 */
static void k64_adamw_v_linear(float beta2,
                               const float dlinear1_weight[restrict 128][512],
                               float div, float v_linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear1_weight[i][j] * clip;
            const float t2 = beta2 * v_linear1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear1_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 65  adamw.m.linear1.weight = where(abs(beta1 * adamw.m.linear1....  nanogpt.lua:44 */
static void k65_linear1_weight(float beta1,
                               const float dlinear1_weight[restrict 128][512],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 128][512], float sqrt_,
                               float eps, float m_linear1_weight[restrict 128][512],
                               float linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dlinear1_weight[i][j] * clip);
            const float t2 = beta1 * m_linear1_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            m_linear1_weight[i][j] = t2_2;
            const float t3 = linear1_weight[i][j] * (1.0f - where * weight_decay);
            const float t4 = div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
            linear1_weight[i][j] = t3 - t4;
        }
}

/* 66  adamw.v.linear2.weight = where(abs(beta2 * adamw.v.linear2....  nanogpt.lua:44 */
static void k66_adamw_v_linear(float beta2,
                               const float dlinear2_weight[restrict 512][128],
                               float div, float v_linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear2_weight[i][j] * clip;
            const float t2 = beta2 * v_linear2_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear2_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 67  adamw.m.linear2.weight = where(abs(beta1 * adamw.m.linear2....  nanogpt.lua:44 */
static void k67_linear2_weight(float beta1,
                               const float dlinear2_weight[restrict 512][128],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 512][128], float sqrt_,
                               float eps, float m_linear2_weight[restrict 512][128],
                               float linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dlinear2_weight[i][j] * clip);
            const float t2 = beta1 * m_linear2_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            m_linear2_weight[i][j] = t2_2;
            const float t3 = linear2_weight[i][j] * (1.0f - where * weight_decay);
            const float t4 = div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
            linear2_weight[i][j] = t3 - t4;
        }
}

/* 68  sum(gather(embedding1.weight, tokens) + positions) * 0.0078...  nanogpt.lua:34 */
static void k68_mul(const int32_t tokens[restrict 12][64],
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
            const float mul2 = sum * 0.0078125f;
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
            const float div = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = sub[k] * div * layernorm1_weight[k];
        }
}

/* 69  max(where38); exp(where38 - max39); sum(exp42); exp42 / sum43   nanogpt.lua:34 */
static void k69_div(const float where[restrict 12][4][64][64],
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
                const float max = top;
                float exp[64];
                for (int l = 0; l < 64; l++)
                    exp[l] = mf_expf(where[i][j][k][l] - max);
                float lane2[16] = {0};
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        lane2[m] += exp[16 * l + m];
                const float sum = mf_sum16f(lane2);
                const float sum2 = sum;
                for (int l = 0; l < 64; l++)
                    div[i][j][k][l] = exp[l] / sum2;
            }
}

/* 70  sum(add52) * 0.0078125; 1 / sqrt(sum((add52 - mul55) * (add...  nanogpt.lua:34 */
static void k70_mul(const float add[restrict 12][64][128],
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
            const float mul2 = sum * 0.0078125f;
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - mul2;
                    lane2[l] += t * t;
                }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            const float div = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = (add[i][j][k] - mul2) * div * layernorm2_weight[k];
        }
}

/* 71  0.5 * mul68 linear1.weight * (1 + erf(mul68 linear1.weight ...  nanogpt.lua:34 */
static void k71_mul(const float mul[restrict 12][64][128],
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

/* 72  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k72_x(const float mul[restrict 12][64][512],
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

/* 73  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k73_add(const float contract[restrict 12][64][128],
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

/* 74  max(logits); logits - max286; sum(exp(sub288))                  nanogpt.lua:38 */
static void k74_sum(const float logits[restrict 12][64][65],
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
            const float max = top;
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

/* 75  sum(gather(embedding1.weight, tokens) + positions) * 0.0078...  nanogpt.lua:34 */
static void k75_mul(const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128], float mul[restrict 1][64],
                    float sub[restrict 1][64][128], float div[restrict 1][64],
                    const float layernorm1_weight[restrict 128],
                    float mul2[restrict 1][64][128])
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

/* 76  mul27 multiheadattention1.qkv.weight                            nanogpt.lua:34 */
static void k76_contract(const float mul[restrict 1][64][128],
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

/* 77  slice(contract29)                                               nanogpt.lua:34 */
static void k77_slice(const float contract[restrict 1][64][384],
                      float slice[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++)
            slice[0][i][j] = contract[0][i][j];
}

/* 78  slice(contract29)                                               nanogpt.lua:34 */
static void k78_slice(const float contract[restrict 1][64][384],
                      float slice[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++)
            slice[0][i][j] = contract[0][i][j + 128];
}

/* 79  slice(contract29)                                               nanogpt.lua:34 */
static void k79_slice(const float contract[restrict 1][64][384],
                      float slice[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++)
            slice[0][i][j] = contract[0][i][j + 256];
}

/* 80  where(iota >= iota, reshape31 reshape33' / 5.65685, -inf)       nanogpt.lua:34 */
static void k80_where(const float slice[restrict 1][64][4][32],
                      const float slice2[restrict 1][64][4][32],
                      float where[restrict 1][4][64][64])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 128}};
        static const MfTerm terms[] = {{32, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &slice[0][0][i][0],
                    &slice2[0][0][i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                where[0][i][j][k] = j >= k ? acc[j][k] / 5.656854f : -INFINITY;
    }
}

/* 81  max(where38); exp(where38 - max39); sum(exp42); exp42 / sum43   nanogpt.lua:34 */
static void k81_div(const float where[restrict 1][4][64][64],
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

/* 82  div45 reshape47                                                 nanogpt.lua:34 */
static void k82_contract(const float div[restrict 1][4][64][64],
                         const float slice[restrict 1][64][4][32],
                         float contract[restrict 1][64][4][32])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][32];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{32, 1}};
        static const MfTerm terms[] = {{64, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &div[0][i][0][0], &slice[0][0][i][0],
                    acc[0], 32);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 32; k++)
                contract[0][j][i][k] = acc[j][k];
    }
}

/* 83  gather(embedding1.weight, tokens) + positions + reshape49 ...   nanogpt.lua:34 */
static void k83_add(const float contract[restrict 1][64][128],
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

/* 84  sum(add52) * 0.0078125; 1 / sqrt(sum((add52 - mul55) * (add...  nanogpt.lua:34 */
static void k84_mul(const float add[restrict 1][64][128], float mul[restrict 1][64],
                    float div[restrict 1][64],
                    const float layernorm2_weight[restrict 128],
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

/* 85  0.5 * mul68 linear1.weight * (1 + erf(mul68 linear1.weight ...  nanogpt.lua:34 */
static void k85_mul(const float mul[restrict 1][64][128],
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

/* 86  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k86_x(const float mul[restrict 1][64][512],
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

/* 87  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k87_add(const float contract[restrict 1][64][128],
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

/* 88  logits = x embedding1.weight'                                   nanogpt.lua:37 */
static void k88_logits(const float x[restrict 1][64][128],
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

/* 89  max(logits); logits - max286; sum(exp(sub288))                  nanogpt.lua:38 */
static void k89_sum(const float logits[restrict 1][64][65], float max[restrict 1][64],
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

/* 90  loss = sum(log(sum290) - gather(sub288, target)) * 0.015625     nanogpt.lua:38 */
static void k90_loss(const int32_t target[restrict 1][64],
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

/* 91  layernorm1.weight = 1                                           nanogpt.lua:20 */
static void k91_layernorm1_wei(float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm1_weight[i] = 1.0f;
}

/* 92  1                                                               nanogpt.lua:20 */
static void k92_layernorm1_wei(const float full[restrict 128],
                               float layernorm2_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm2_weight[i] = full[i];
}

/* 93  positions = 0.02 * (sqrt(-2 * log1p(-init positions)) * cos...  nanogpt.lua:30 */
static void k93_positions(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 94  embedding1.weight = 0.02 * (sqrt(-2 * log1p(-init embedding...  nanogpt.lua:29 */
static void k94_embedding1_wei(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 95  multiheadattention1.out.weight = 0.00707107 * (sqrt(-2 * lo...  nanogpt.lua:17 */
static void k95_multiheadatten(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 96  multiheadattention1.qkv.weight = 0.02 * (sqrt(-2 * log1p(-i...  nanogpt.lua:17 */
static void k96_multiheadatten(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 97  linear1.weight = 0.02 * (sqrt(-2 * log1p(-init linear1.weig...  nanogpt.lua:23 */
static void k97_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 98  linear2.weight = 0.00707107 * (sqrt(-2 * log1p(-init linear...  nanogpt.lua:24 */
static void k98_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
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
    k91_layernorm1_wei(net->layernorm1_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm2_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm3_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm4_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm5_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm6_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm7_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm8_weight);
    k92_layernorm1_wei(net->layernorm1_weight, net->layernorm9_weight);
    k93_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    k94_embedding1_wei(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                       net->embedding1_weight);
    k95_multiheadatten(net->step, net->seed, 0x2cbf271db6e55abdu, 0xa4404b357576da69u,
                       net->multiheadattention1_out_weight);
    k95_multiheadatten(net->step, net->seed, 0xdcb3d36500cc923bu, 0x5f7a4f4ad94a35e3u,
                       net->multiheadattention2_out_weight);
    k95_multiheadatten(net->step, net->seed, 0xcb8f26f91b7e41c4u, 0x152f59eba8236367u,
                       net->multiheadattention3_out_weight);
    k95_multiheadatten(net->step, net->seed, 0x548db890b1ffedbbu, 0xd3e0a30d585fc1d1u,
                       net->multiheadattention4_out_weight);
    k96_multiheadatten(net->step, net->seed, 0x12be7771552f14b7u, 0xcfd333180247daa7u,
                       net->multiheadattention1_qkv_weight);
    k96_multiheadatten(net->step, net->seed, 0xbdb6ae06579dbe1bu, 0xdf3b50a971395afeu,
                       net->multiheadattention2_qkv_weight);
    k96_multiheadatten(net->step, net->seed, 0x35e4cb2b9aabb25u, 0xf5f30e499f6e6483u,
                       net->multiheadattention3_qkv_weight);
    k96_multiheadatten(net->step, net->seed, 0xdb13a0bcac4bc8f0u, 0x262461ce35ad7030u,
                       net->multiheadattention4_qkv_weight);
    k97_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, 0x7f018379fddf372fu,
                       net->linear1_weight);
    k98_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, 0x98806bfa11b20ff3u,
                       net->linear2_weight);
    k97_linear1_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u,
                       net->linear3_weight);
    k98_linear2_weight(net->step, net->seed, 0xb04297c53c5008bau, 0x4d0194f5fc72826bu,
                       net->linear4_weight);
    k97_linear1_weight(net->step, net->seed, 0x149eb5010972c4eau, 0xaf00080be804b25eu,
                       net->linear5_weight);
    k98_linear2_weight(net->step, net->seed, 0x79ef3c2dc1dd66f8u, 0x6177670d761be2f4u,
                       net->linear6_weight);
    k97_linear1_weight(net->step, net->seed, 0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au,
                       net->linear7_weight);
    k98_linear2_weight(net->step, net->seed, 0xcfa53ae04f1d2f5u, 0x2804db7db72f0574u,
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
    k5_mul(tokens, net->embedding1_weight, net->positions, w->mul);
    k6_scatter(target, w->scatter2);
    k7_mul(tokens, net->embedding1_weight, net->positions, w->mul, w->sub, w->sqrt_,
           w->div6, net->layernorm1_weight, w->mul7);
    k8_contract(w->mul7, net->multiheadattention1_qkv_weight, w->contract);
    k9_slice(w->contract, w->slice);
    k10_slice(w->contract, w->slice2);
    k11_slice(w->contract, w->slice3);
    k12_where((float(*)[64][4][32])w->slice, (float(*)[64][4][32])w->slice2, w->where);
    k13_div(w->where, w->exp, w->sum2, w->div);
    k14_contract(w->div, (float(*)[64][4][32])w->slice3, w->contract37);
    k15_add((float(*)[64][128])w->contract37, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add5);
    k16_mul(w->add5, w->mul15, w->sqrt_2, w->div7, net->layernorm2_weight, w->mul8);
    k17_mul(w->mul8, net->linear1_weight, w->contract2, w->add, w->mul3);
    k18_x(w->mul3, net->linear2_weight, w->add5, w->x);
    k16_mul(w->x, w->mul16, w->sqrt_3, w->div8, net->layernorm3_weight, w->mul9);
    k8_contract(w->mul9, net->multiheadattention2_qkv_weight, w->contract10);
    k9_slice(w->contract10, w->slice4);
    k10_slice(w->contract10, w->slice5);
    k11_slice(w->contract10, w->slice6);
    k12_where((float(*)[64][4][32])w->slice4, (float(*)[64][4][32])w->slice5,
              w->where2);
    k13_div(w->where2, w->exp2, w->sum3, w->div2);
    k14_contract(w->div2, (float(*)[64][4][32])w->slice6, w->contract38);
    k19_add((float(*)[64][128])w->contract38, net->multiheadattention2_out_weight, w->x,
            w->add6);
    k16_mul(w->add6, w->mul17, w->sqrt_4, w->div9, net->layernorm4_weight, w->mul10);
    k17_mul(w->mul10, net->linear3_weight, w->contract11, w->add2, w->mul4);
    k18_x(w->mul4, net->linear4_weight, w->add6, w->x2);
    k16_mul(w->x2, w->mul18, w->sqrt_5, w->div10, net->layernorm5_weight, w->mul11);
    k8_contract(w->mul11, net->multiheadattention3_qkv_weight, w->contract19);
    k9_slice(w->contract19, w->slice7);
    k10_slice(w->contract19, w->slice8);
    k11_slice(w->contract19, w->slice9);
    k12_where((float(*)[64][4][32])w->slice7, (float(*)[64][4][32])w->slice8,
              w->where3);
    k13_div(w->where3, w->exp3, w->sum4, w->div3);
    k14_contract(w->div3, (float(*)[64][4][32])w->slice9, w->contract39);
    k19_add((float(*)[64][128])w->contract39, net->multiheadattention3_out_weight,
            w->x2, w->add7);
    k16_mul(w->add7, w->mul19, w->sqrt_6, w->div11, net->layernorm6_weight, w->mul12);
    k17_mul(w->mul12, net->linear5_weight, w->contract20, w->add3, w->mul5);
    k18_x(w->mul5, net->linear6_weight, w->add7, w->x3);
    k16_mul(w->x3, w->mul20, w->sqrt_7, w->div12, net->layernorm7_weight, w->mul13);
    k8_contract(w->mul13, net->multiheadattention4_qkv_weight, w->contract28);
    k9_slice(w->contract28, w->slice10);
    k10_slice(w->contract28, w->slice11);
    k11_slice(w->contract28, w->slice12);
    k12_where((float(*)[64][4][32])w->slice10, (float(*)[64][4][32])w->slice11,
              w->where4);
    k13_div(w->where4, w->exp4, w->sum5, w->div4);
    k14_contract(w->div4, (float(*)[64][4][32])w->slice12, w->contract40);
    k19_add((float(*)[64][128])w->contract40, net->multiheadattention4_out_weight,
            w->x3, w->add8);
    k16_mul(w->add8, w->mul21, w->sqrt_8, w->div13, net->layernorm8_weight, w->mul14);
    k17_mul(w->mul14, net->linear7_weight, w->contract29, w->add4, w->mul6);
    k18_x(w->mul6, net->linear8_weight, w->add8, w->x4);
    k16_mul(w->x4, w->mul22, w->sqrt_9, w->div14, net->layernorm9_weight, w->x5);
    k20_logits(w->x5, net->embedding1_weight, w->logits);
    k21_div(w->logits, w->sub2, w->exp5, w->sum, w->div5);
    k22_loss(target, w->sum, w->sub2, &loss);
    k23_dlogits(w->div5, w->exp5, w->scatter2);
    k24_dx(w->scatter2, net->embedding1_weight, w->dx);
    k25_div(w->dx, net->layernorm9_weight, w->x4, w->mul22, w->div14, w->sqrt_9);
    k26_dlayernorm9_we(w->dx, w->x4, w->mul22, w->div14, w->dlayernorm9_weight);
    k27_dx(w->sqrt_9, w->x4, w->mul22, w->dx, net->layernorm9_weight, w->div14, w->dx2);
    k28_add(w->dx2, net->linear8_weight, w->add4, w->contract29);
    k29_dlinear8_weigh(w->mul6, w->dx2, w->dlinear8_weight);
    k30_dlinear7_weigh(w->mul14, w->contract29, w->dlinear7_weight);
    k31_contract(w->contract29, net->linear7_weight, w->contract34);
    k25_div(w->contract34, net->layernorm8_weight, w->add8, w->mul21, w->div13,
            w->sqrt_8);
    k26_dlayernorm9_we(w->contract34, w->add8, w->mul21, w->div13,
                       w->dlayernorm8_weight);
    k32_add(w->sqrt_8, w->add8, w->mul21, w->contract34, net->layernorm8_weight,
            w->div13, w->dx2);
    k33_dmultiheadatte((float(*)[64][128])w->contract40, w->dx2,
                       w->dmultiheadattention4_out_weight);
    k34_contract(w->dx2, net->multiheadattention4_out_weight, w->contract31);
    k35_contract((float(*)[64][4][32])w->contract31, (float(*)[64][4][32])w->slice12,
                 w->contract30);
    k36_contract(w->div4, (float(*)[64][4][32])w->contract31, w->contract36);
    k37_div(w->contract30, w->div4, w->sum5, w->exp4);
    k14_contract(w->exp4, (float(*)[64][4][32])w->slice11, w->contract32);
    k36_contract(w->exp4, (float(*)[64][4][32])w->slice10, w->contract35);
    k38_concat((float(*)[64][128])w->contract32, (float(*)[64][128])w->contract35,
               (float(*)[64][128])w->contract36, w->concat4);
    k39_dmultiheadatte(w->mul13, w->concat4, w->dmultiheadattention4_qkv_weight);
    k40_contract(w->concat4, net->multiheadattention4_qkv_weight, w->contract33);
    k25_div(w->contract33, net->layernorm7_weight, w->x3, w->mul20, w->div12,
            w->sqrt_7);
    k26_dlayernorm9_we(w->contract33, w->x3, w->mul20, w->div12, w->dlayernorm7_weight);
    k32_add(w->sqrt_7, w->x3, w->mul20, w->contract33, net->layernorm7_weight, w->div12,
            w->dx2);
    k28_add(w->dx2, net->linear6_weight, w->add3, w->contract20);
    k29_dlinear8_weigh(w->mul5, w->dx2, w->dlinear6_weight);
    k30_dlinear7_weigh(w->mul12, w->contract20, w->dlinear5_weight);
    k31_contract(w->contract20, net->linear5_weight, w->contract25);
    k25_div(w->contract25, net->layernorm6_weight, w->add7, w->mul19, w->div11,
            w->sqrt_6);
    k26_dlayernorm9_we(w->contract25, w->add7, w->mul19, w->div11,
                       w->dlayernorm6_weight);
    k32_add(w->sqrt_6, w->add7, w->mul19, w->contract25, net->layernorm6_weight,
            w->div11, w->dx2);
    k33_dmultiheadatte((float(*)[64][128])w->contract39, w->dx2,
                       w->dmultiheadattention3_out_weight);
    k34_contract(w->dx2, net->multiheadattention3_out_weight, w->contract22);
    k35_contract((float(*)[64][4][32])w->contract22, (float(*)[64][4][32])w->slice9,
                 w->contract21);
    k36_contract(w->div3, (float(*)[64][4][32])w->contract22, w->contract27);
    k37_div(w->contract21, w->div3, w->sum4, w->exp3);
    k14_contract(w->exp3, (float(*)[64][4][32])w->slice8, w->contract23);
    k36_contract(w->exp3, (float(*)[64][4][32])w->slice7, w->contract26);
    k38_concat((float(*)[64][128])w->contract23, (float(*)[64][128])w->contract26,
               (float(*)[64][128])w->contract27, w->concat3);
    k39_dmultiheadatte(w->mul11, w->concat3, w->dmultiheadattention3_qkv_weight);
    k40_contract(w->concat3, net->multiheadattention3_qkv_weight, w->contract24);
    k25_div(w->contract24, net->layernorm5_weight, w->x2, w->mul18, w->div10,
            w->sqrt_5);
    k26_dlayernorm9_we(w->contract24, w->x2, w->mul18, w->div10, w->dlayernorm5_weight);
    k32_add(w->sqrt_5, w->x2, w->mul18, w->contract24, net->layernorm5_weight, w->div10,
            w->dx2);
    k28_add(w->dx2, net->linear4_weight, w->add2, w->contract11);
    k29_dlinear8_weigh(w->mul4, w->dx2, w->dlinear4_weight);
    k30_dlinear7_weigh(w->mul10, w->contract11, w->dlinear3_weight);
    k31_contract(w->contract11, net->linear3_weight, w->contract16);
    k25_div(w->contract16, net->layernorm4_weight, w->add6, w->mul17, w->div9,
            w->sqrt_4);
    k26_dlayernorm9_we(w->contract16, w->add6, w->mul17, w->div9,
                       w->dlayernorm4_weight);
    k32_add(w->sqrt_4, w->add6, w->mul17, w->contract16, net->layernorm4_weight,
            w->div9, w->dx2);
    k33_dmultiheadatte((float(*)[64][128])w->contract38, w->dx2,
                       w->dmultiheadattention2_out_weight);
    k34_contract(w->dx2, net->multiheadattention2_out_weight, w->contract13);
    k35_contract((float(*)[64][4][32])w->contract13, (float(*)[64][4][32])w->slice6,
                 w->contract12);
    k36_contract(w->div2, (float(*)[64][4][32])w->contract13, w->contract18);
    k37_div(w->contract12, w->div2, w->sum3, w->exp2);
    k14_contract(w->exp2, (float(*)[64][4][32])w->slice5, w->contract14);
    k36_contract(w->exp2, (float(*)[64][4][32])w->slice4, w->contract17);
    k38_concat((float(*)[64][128])w->contract14, (float(*)[64][128])w->contract17,
               (float(*)[64][128])w->contract18, w->concat2);
    k39_dmultiheadatte(w->mul9, w->concat2, w->dmultiheadattention2_qkv_weight);
    k40_contract(w->concat2, net->multiheadattention2_qkv_weight, w->contract15);
    k25_div(w->contract15, net->layernorm3_weight, w->x, w->mul16, w->div8, w->sqrt_3);
    k26_dlayernorm9_we(w->contract15, w->x, w->mul16, w->div8, w->dlayernorm3_weight);
    k32_add(w->sqrt_3, w->x, w->mul16, w->contract15, net->layernorm3_weight, w->div8,
            w->dx2);
    k28_add(w->dx2, net->linear2_weight, w->add, w->contract2);
    k29_dlinear8_weigh(w->mul3, w->dx2, w->dlinear2_weight);
    k30_dlinear7_weigh(w->mul8, w->contract2, w->dlinear1_weight);
    k31_contract(w->contract2, net->linear1_weight, w->contract7);
    k25_div(w->contract7, net->layernorm2_weight, w->add5, w->mul15, w->div7,
            w->sqrt_2);
    k26_dlayernorm9_we(w->contract7, w->add5, w->mul15, w->div7, w->dlayernorm2_weight);
    k32_add(w->sqrt_2, w->add5, w->mul15, w->contract7, net->layernorm2_weight, w->div7,
            w->dx2);
    k33_dmultiheadatte((float(*)[64][128])w->contract37, w->dx2,
                       w->dmultiheadattention1_out_weight);
    k34_contract(w->dx2, net->multiheadattention1_out_weight, w->contract4);
    k35_contract((float(*)[64][4][32])w->contract4, (float(*)[64][4][32])w->slice3,
                 w->contract3);
    k36_contract(w->div, (float(*)[64][4][32])w->contract4, w->contract9);
    k37_div(w->contract3, w->div, w->sum2, w->exp);
    k14_contract(w->exp, (float(*)[64][4][32])w->slice2, w->contract5);
    k36_contract(w->exp, (float(*)[64][4][32])w->slice, w->contract8);
    k38_concat((float(*)[64][128])w->contract5, (float(*)[64][128])w->contract8,
               (float(*)[64][128])w->contract9, w->concat);
    k39_dmultiheadatte(w->mul7, w->concat, w->dmultiheadattention1_qkv_weight);
    k40_contract(w->concat, net->multiheadattention1_qkv_weight, w->contract6);
    k41_div(w->contract6, net->layernorm1_weight, w->sub, w->div6, w->sqrt_);
    k42_dlayernorm1_we(w->contract6, w->sub, w->div6, w->dlayernorm1_weight);
    k43_mul(net->layernorm1_weight, w->div6, w->sqrt_, w->sub, w->contract6, w->mul2);
    k44_dpositions(w->dx2, w->contract6, w->mul2, w->dpositions);
    k45_scatter(tokens, w->dx2, w->contract6, w->mul2, w->scatter);
    k46_dembedding1_we(w->scatter2, w->x5, w->scatter);
    k47_add(w->scatter, w->dpositions, &add);
    k48_add(w->dmultiheadattention1_qkv_weight, &add);
    k49_add(w->dmultiheadattention1_out_weight, &add);
    k50_add(w->dlayernorm1_weight, &add);
    k50_add(w->dlayernorm2_weight, &add);
    k51_add(w->dlinear1_weight, &add);
    k52_add(w->dlinear2_weight, &add);
    k48_add(w->dmultiheadattention2_qkv_weight, &add);
    k49_add(w->dmultiheadattention2_out_weight, &add);
    k50_add(w->dlayernorm3_weight, &add);
    k50_add(w->dlayernorm4_weight, &add);
    k51_add(w->dlinear3_weight, &add);
    k52_add(w->dlinear4_weight, &add);
    k48_add(w->dmultiheadattention3_qkv_weight, &add);
    k49_add(w->dmultiheadattention3_out_weight, &add);
    k50_add(w->dlayernorm5_weight, &add);
    k50_add(w->dlayernorm6_weight, &add);
    k51_add(w->dlinear5_weight, &add);
    k52_add(w->dlinear6_weight, &add);
    k48_add(w->dmultiheadattention4_qkv_weight, &add);
    k49_add(w->dmultiheadattention4_out_weight, &add);
    k50_add(w->dlayernorm7_weight, &add);
    k50_add(w->dlayernorm8_weight, &add);
    k51_add(w->dlinear7_weight, &add);
    k52_add(w->dlinear8_weight, &add);
    k53_div(w->dlayernorm9_weight, &add);
    k54_adamw_v_layern(net->beta2, w->dlayernorm1_weight, add,
                       net->adamw_v_layernorm1_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm1_weight, add, pow,
                       net->adamw_v_layernorm1_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm1_weight, net->layernorm1_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm2_weight, add,
                       net->adamw_v_layernorm2_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm2_weight, add, pow,
                       net->adamw_v_layernorm2_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm2_weight, net->layernorm2_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm3_weight, add,
                       net->adamw_v_layernorm3_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm3_weight, add, pow,
                       net->adamw_v_layernorm3_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm3_weight, net->layernorm3_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm4_weight, add,
                       net->adamw_v_layernorm4_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm4_weight, add, pow,
                       net->adamw_v_layernorm4_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm4_weight, net->layernorm4_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm5_weight, add,
                       net->adamw_v_layernorm5_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm5_weight, add, pow,
                       net->adamw_v_layernorm5_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm5_weight, net->layernorm5_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm6_weight, add,
                       net->adamw_v_layernorm6_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm6_weight, add, pow,
                       net->adamw_v_layernorm6_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm6_weight, net->layernorm6_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm7_weight, add,
                       net->adamw_v_layernorm7_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm7_weight, add, pow,
                       net->adamw_v_layernorm7_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm7_weight, net->layernorm7_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm8_weight, add,
                       net->adamw_v_layernorm8_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm8_weight, add, pow,
                       net->adamw_v_layernorm8_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm8_weight, net->layernorm8_weight);
    k54_adamw_v_layern(net->beta2, w->dlayernorm9_weight, add,
                       net->adamw_v_layernorm9_weight);
    k55_layernorm1_wei(net->beta1, w->dlayernorm9_weight, add, pow,
                       net->adamw_v_layernorm9_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm9_weight, net->layernorm9_weight);
    k56_adamw_v_positi(net->beta2, w->dpositions, add, net->adamw_v_positions);
    k57_positions(net->beta1, w->dpositions, add, div, net->weight_decay, pow,
                  net->adamw_v_positions, sqrt_, net->eps, net->adamw_m_positions,
                  net->positions);
    k58_adamw_m_embedd(net->beta1, w->scatter, add, net->adamw_m_embedding1_weight);
    k59_embedding1_wei(net->beta2, w->scatter, add, div, net->weight_decay, pow,
                       net->adamw_m_embedding1_weight, sqrt_, net->eps,
                       net->adamw_v_embedding1_weight, net->embedding1_weight);
    k60_adamw_v_multih(net->beta2, w->dmultiheadattention1_out_weight, add,
                       net->adamw_v_multiheadattention1_out_weight);
    k61_multiheadatten(net->beta1, w->dmultiheadattention1_out_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention1_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention1_out_weight,
                       net->multiheadattention1_out_weight);
    k60_adamw_v_multih(net->beta2, w->dmultiheadattention2_out_weight, add,
                       net->adamw_v_multiheadattention2_out_weight);
    k61_multiheadatten(net->beta1, w->dmultiheadattention2_out_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention2_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention2_out_weight,
                       net->multiheadattention2_out_weight);
    k60_adamw_v_multih(net->beta2, w->dmultiheadattention3_out_weight, add,
                       net->adamw_v_multiheadattention3_out_weight);
    k61_multiheadatten(net->beta1, w->dmultiheadattention3_out_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention3_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention3_out_weight,
                       net->multiheadattention3_out_weight);
    k60_adamw_v_multih(net->beta2, w->dmultiheadattention4_out_weight, add,
                       net->adamw_v_multiheadattention4_out_weight);
    k61_multiheadatten(net->beta1, w->dmultiheadattention4_out_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention4_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention4_out_weight,
                       net->multiheadattention4_out_weight);
    k62_adamw_v_multih(net->beta2, w->dmultiheadattention1_qkv_weight, add,
                       net->adamw_v_multiheadattention1_qkv_weight);
    k63_multiheadatten(net->beta1, w->dmultiheadattention1_qkv_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention1_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention1_qkv_weight,
                       net->multiheadattention1_qkv_weight);
    k62_adamw_v_multih(net->beta2, w->dmultiheadattention2_qkv_weight, add,
                       net->adamw_v_multiheadattention2_qkv_weight);
    k63_multiheadatten(net->beta1, w->dmultiheadattention2_qkv_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention2_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention2_qkv_weight,
                       net->multiheadattention2_qkv_weight);
    k62_adamw_v_multih(net->beta2, w->dmultiheadattention3_qkv_weight, add,
                       net->adamw_v_multiheadattention3_qkv_weight);
    k63_multiheadatten(net->beta1, w->dmultiheadattention3_qkv_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention3_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention3_qkv_weight,
                       net->multiheadattention3_qkv_weight);
    k62_adamw_v_multih(net->beta2, w->dmultiheadattention4_qkv_weight, add,
                       net->adamw_v_multiheadattention4_qkv_weight);
    k63_multiheadatten(net->beta1, w->dmultiheadattention4_qkv_weight, add, div,
                       net->weight_decay, pow,
                       net->adamw_v_multiheadattention4_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention4_qkv_weight,
                       net->multiheadattention4_qkv_weight);
    k64_adamw_v_linear(net->beta2, w->dlinear1_weight, add,
                       net->adamw_v_linear1_weight);
    k65_linear1_weight(net->beta1, w->dlinear1_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear1_weight, sqrt_, net->eps,
                       net->adamw_m_linear1_weight, net->linear1_weight);
    k66_adamw_v_linear(net->beta2, w->dlinear2_weight, add,
                       net->adamw_v_linear2_weight);
    k67_linear2_weight(net->beta1, w->dlinear2_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear2_weight, sqrt_, net->eps,
                       net->adamw_m_linear2_weight, net->linear2_weight);
    k64_adamw_v_linear(net->beta2, w->dlinear3_weight, add,
                       net->adamw_v_linear3_weight);
    k65_linear1_weight(net->beta1, w->dlinear3_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear3_weight, sqrt_, net->eps,
                       net->adamw_m_linear3_weight, net->linear3_weight);
    k66_adamw_v_linear(net->beta2, w->dlinear4_weight, add,
                       net->adamw_v_linear4_weight);
    k67_linear2_weight(net->beta1, w->dlinear4_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear4_weight, sqrt_, net->eps,
                       net->adamw_m_linear4_weight, net->linear4_weight);
    k64_adamw_v_linear(net->beta2, w->dlinear5_weight, add,
                       net->adamw_v_linear5_weight);
    k65_linear1_weight(net->beta1, w->dlinear5_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear5_weight, sqrt_, net->eps,
                       net->adamw_m_linear5_weight, net->linear5_weight);
    k66_adamw_v_linear(net->beta2, w->dlinear6_weight, add,
                       net->adamw_v_linear6_weight);
    k67_linear2_weight(net->beta1, w->dlinear6_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear6_weight, sqrt_, net->eps,
                       net->adamw_m_linear6_weight, net->linear6_weight);
    k64_adamw_v_linear(net->beta2, w->dlinear7_weight, add,
                       net->adamw_v_linear7_weight);
    k65_linear1_weight(net->beta1, w->dlinear7_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear7_weight, sqrt_, net->eps,
                       net->adamw_m_linear7_weight, net->linear7_weight);
    k66_adamw_v_linear(net->beta2, w->dlinear8_weight, add,
                       net->adamw_v_linear8_weight);
    k67_linear2_weight(net->beta1, w->dlinear8_weight, add, div, net->weight_decay, pow,
                       net->adamw_v_linear8_weight, sqrt_, net->eps,
                       net->adamw_m_linear8_weight, net->linear8_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss;
    union NanogptEval *w = &net->work.eval;
    k68_mul(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            w->mul5);
    k8_contract(w->mul5, net->multiheadattention1_qkv_weight, w->contract);
    k9_slice(w->contract, w->slice);
    k10_slice(w->contract, w->slice5);
    k11_slice(w->contract, w->slice6);
    k12_where((float(*)[64][4][32])w->slice, (float(*)[64][4][32])w->slice5, w->where);
    k69_div(w->where, w->div);
    k14_contract(w->div, (float(*)[64][4][32])w->slice6, w->contract2);
    k15_add((float(*)[64][128])w->contract2, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add);
    k70_mul(w->add, net->layernorm2_weight, w->mul9);
    k71_mul(w->mul9, net->linear1_weight, w->mul);
    k72_x(w->mul, net->linear2_weight, w->add);
    k70_mul(w->add, net->layernorm3_weight, w->mul6);
    k8_contract(w->mul6, net->multiheadattention2_qkv_weight, w->contract3);
    k9_slice(w->contract3, w->slice2);
    k10_slice(w->contract3, w->slice7);
    k11_slice(w->contract3, w->slice10);
    k12_where((float(*)[64][4][32])w->slice2, (float(*)[64][4][32])w->slice7,
              w->where2);
    k69_div(w->where2, w->div2);
    k14_contract(w->div2, (float(*)[64][4][32])w->slice10, w->contract4);
    k73_add((float(*)[64][128])w->contract4, net->multiheadattention2_out_weight,
            w->add);
    k70_mul(w->add, net->layernorm4_weight, w->mul10);
    k71_mul(w->mul10, net->linear3_weight, w->mul2);
    k72_x(w->mul2, net->linear4_weight, w->add);
    k70_mul(w->add, net->layernorm5_weight, w->mul7);
    k8_contract(w->mul7, net->multiheadattention3_qkv_weight, w->contract5);
    k9_slice(w->contract5, w->slice3);
    k10_slice(w->contract5, w->slice8);
    k11_slice(w->contract5, w->slice11);
    k12_where((float(*)[64][4][32])w->slice3, (float(*)[64][4][32])w->slice8,
              w->where3);
    k69_div(w->where3, w->div3);
    k14_contract(w->div3, (float(*)[64][4][32])w->slice11, w->contract6);
    k73_add((float(*)[64][128])w->contract6, net->multiheadattention3_out_weight,
            w->add);
    k70_mul(w->add, net->layernorm6_weight, w->mul11);
    k71_mul(w->mul11, net->linear5_weight, w->mul3);
    k72_x(w->mul3, net->linear6_weight, w->add);
    k70_mul(w->add, net->layernorm7_weight, w->mul8);
    k8_contract(w->mul8, net->multiheadattention4_qkv_weight, w->contract7);
    k9_slice(w->contract7, w->slice4);
    k10_slice(w->contract7, w->slice9);
    k11_slice(w->contract7, w->slice12);
    k12_where((float(*)[64][4][32])w->slice4, (float(*)[64][4][32])w->slice9,
              w->where4);
    k69_div(w->where4, w->div4);
    k14_contract(w->div4, (float(*)[64][4][32])w->slice12, w->contract8);
    k73_add((float(*)[64][128])w->contract8, net->multiheadattention4_out_weight,
            w->add);
    k70_mul(w->add, net->layernorm8_weight, w->mul12);
    k71_mul(w->mul12, net->linear7_weight, w->mul4);
    k72_x(w->mul4, net->linear8_weight, w->add);
    k70_mul(w->add, net->layernorm9_weight, w->x);
    k20_logits(w->x, net->embedding1_weight, w->logits);
    k74_sum(w->logits, w->sub, w->sum);
    k22_loss(target, w->sum, w->sub, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval_one(Nanogpt *net, const int32_t tokens[restrict 1][64],
                       const int32_t target[restrict 1][64])
{
    float loss;
    union NanogptEvalOne *w = &net->work.eval_one;
    k75_mul(tokens, net->embedding1_weight, net->positions, w->mul12, w->sub, w->div8,
            net->layernorm1_weight, w->mul14);
    k76_contract(w->mul14, net->multiheadattention1_qkv_weight, w->contract);
    k77_slice(w->contract, w->slice);
    k78_slice(w->contract, w->slice5);
    k79_slice(w->contract, w->slice9);
    k80_where((float(*)[64][4][32])w->slice, (float(*)[64][4][32])w->slice5, w->where);
    k81_div(w->where, w->max2, w->exp, w->sum2, w->div10);
    k82_contract(w->div10, (float(*)[64][4][32])w->slice9, w->contract2);
    k83_add((float(*)[64][128])w->contract2, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add);
    k84_mul(w->add, w->mul, w->div, net->layernorm2_weight, w->mul18);
    k85_mul(w->mul18, net->linear1_weight, w->mul2);
    k86_x(w->mul2, net->linear2_weight, w->add);
    k84_mul(w->add, w->mul3, w->div2, net->layernorm3_weight, w->mul15);
    k76_contract(w->mul15, net->multiheadattention2_qkv_weight, w->contract3);
    k77_slice(w->contract3, w->slice2);
    k78_slice(w->contract3, w->slice6);
    k79_slice(w->contract3, w->slice10);
    k80_where((float(*)[64][4][32])w->slice2, (float(*)[64][4][32])w->slice6,
              w->where2);
    k81_div(w->where2, w->max3, w->exp2, w->sum3, w->div11);
    k82_contract(w->div11, (float(*)[64][4][32])w->slice10, w->contract4);
    k87_add((float(*)[64][128])w->contract4, net->multiheadattention2_out_weight,
            w->add);
    k84_mul(w->add, w->mul4, w->div3, net->layernorm4_weight, w->mul19);
    k85_mul(w->mul19, net->linear3_weight, w->mul5);
    k86_x(w->mul5, net->linear4_weight, w->add);
    k84_mul(w->add, w->mul6, w->div4, net->layernorm5_weight, w->mul16);
    k76_contract(w->mul16, net->multiheadattention3_qkv_weight, w->contract5);
    k77_slice(w->contract5, w->slice3);
    k78_slice(w->contract5, w->slice7);
    k79_slice(w->contract5, w->slice11);
    k80_where((float(*)[64][4][32])w->slice3, (float(*)[64][4][32])w->slice7,
              w->where3);
    k81_div(w->where3, w->max4, w->exp3, w->sum4, w->div12);
    k82_contract(w->div12, (float(*)[64][4][32])w->slice11, w->contract6);
    k87_add((float(*)[64][128])w->contract6, net->multiheadattention3_out_weight,
            w->add);
    k84_mul(w->add, w->mul7, w->div5, net->layernorm6_weight, w->mul20);
    k85_mul(w->mul20, net->linear5_weight, w->mul8);
    k86_x(w->mul8, net->linear6_weight, w->add);
    k84_mul(w->add, w->mul9, w->div6, net->layernorm7_weight, w->mul17);
    k76_contract(w->mul17, net->multiheadattention4_qkv_weight, w->contract7);
    k77_slice(w->contract7, w->slice4);
    k78_slice(w->contract7, w->slice8);
    k79_slice(w->contract7, w->slice12);
    k80_where((float(*)[64][4][32])w->slice4, (float(*)[64][4][32])w->slice8,
              w->where4);
    k81_div(w->where4, w->max5, w->exp4, w->sum5, w->div13);
    k82_contract(w->div13, (float(*)[64][4][32])w->slice12, w->contract8);
    k87_add((float(*)[64][128])w->contract8, net->multiheadattention4_out_weight,
            w->add);
    k84_mul(w->add, w->mul10, w->div7, net->layernorm8_weight, w->mul21);
    k85_mul(w->mul21, net->linear7_weight, w->mul11);
    k86_x(w->mul11, net->linear8_weight, w->add);
    k84_mul(w->add, w->mul13, w->div9, net->layernorm9_weight, w->x);
    k88_logits(w->x, net->embedding1_weight, w->logits);
    k89_sum(w->logits, w->max, w->sub2, w->sum);
    k90_loss(target, w->sum, w->sub2, &loss);
    return loss;
}

/* The function `logits`. */
void nanogpt_logits(Nanogpt *net, const int32_t tokens[restrict 1][64],
                    float logits[restrict 1][64][65])
{
    union NanogptLogits *w = &net->work.logits;
    k75_mul(tokens, net->embedding1_weight, net->positions, w->mul12, w->sub, w->div8,
            net->layernorm1_weight, w->mul14);
    k76_contract(w->mul14, net->multiheadattention1_qkv_weight, w->contract);
    k77_slice(w->contract, w->slice);
    k78_slice(w->contract, w->slice5);
    k79_slice(w->contract, w->slice9);
    k80_where((float(*)[64][4][32])w->slice, (float(*)[64][4][32])w->slice5, w->where);
    k81_div(w->where, w->max, w->exp, w->sum, w->div10);
    k82_contract(w->div10, (float(*)[64][4][32])w->slice9, w->contract2);
    k83_add((float(*)[64][128])w->contract2, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add);
    k84_mul(w->add, w->mul, w->div, net->layernorm2_weight, w->mul18);
    k85_mul(w->mul18, net->linear1_weight, w->mul2);
    k86_x(w->mul2, net->linear2_weight, w->add);
    k84_mul(w->add, w->mul3, w->div2, net->layernorm3_weight, w->mul15);
    k76_contract(w->mul15, net->multiheadattention2_qkv_weight, w->contract3);
    k77_slice(w->contract3, w->slice2);
    k78_slice(w->contract3, w->slice6);
    k79_slice(w->contract3, w->slice10);
    k80_where((float(*)[64][4][32])w->slice2, (float(*)[64][4][32])w->slice6,
              w->where2);
    k81_div(w->where2, w->max2, w->exp2, w->sum2, w->div11);
    k82_contract(w->div11, (float(*)[64][4][32])w->slice10, w->contract4);
    k87_add((float(*)[64][128])w->contract4, net->multiheadattention2_out_weight,
            w->add);
    k84_mul(w->add, w->mul4, w->div3, net->layernorm4_weight, w->mul19);
    k85_mul(w->mul19, net->linear3_weight, w->mul5);
    k86_x(w->mul5, net->linear4_weight, w->add);
    k84_mul(w->add, w->mul6, w->div4, net->layernorm5_weight, w->mul16);
    k76_contract(w->mul16, net->multiheadattention3_qkv_weight, w->contract5);
    k77_slice(w->contract5, w->slice3);
    k78_slice(w->contract5, w->slice7);
    k79_slice(w->contract5, w->slice11);
    k80_where((float(*)[64][4][32])w->slice3, (float(*)[64][4][32])w->slice7,
              w->where3);
    k81_div(w->where3, w->max3, w->exp3, w->sum3, w->div12);
    k82_contract(w->div12, (float(*)[64][4][32])w->slice11, w->contract6);
    k87_add((float(*)[64][128])w->contract6, net->multiheadattention3_out_weight,
            w->add);
    k84_mul(w->add, w->mul7, w->div5, net->layernorm6_weight, w->mul20);
    k85_mul(w->mul20, net->linear5_weight, w->mul8);
    k86_x(w->mul8, net->linear6_weight, w->add);
    k84_mul(w->add, w->mul9, w->div6, net->layernorm7_weight, w->mul17);
    k76_contract(w->mul17, net->multiheadattention4_qkv_weight, w->contract7);
    k77_slice(w->contract7, w->slice4);
    k78_slice(w->contract7, w->slice8);
    k79_slice(w->contract7, w->slice12);
    k80_where((float(*)[64][4][32])w->slice4, (float(*)[64][4][32])w->slice8,
              w->where4);
    k81_div(w->where4, w->max4, w->exp4, w->sum4, w->div13);
    k82_contract(w->div13, (float(*)[64][4][32])w->slice12, w->contract8);
    k87_add((float(*)[64][128])w->contract8, net->multiheadattention4_out_weight,
            w->add);
    k84_mul(w->add, w->mul10, w->div7, net->layernorm8_weight, w->mul21);
    k85_mul(w->mul21, net->linear7_weight, w->mul11);
    k86_x(w->mul11, net->linear8_weight, w->add);
    k84_mul(w->add, w->mul13, w->div9, net->layernorm9_weight, w->x);
    k88_logits(w->x, net->embedding1_weight, logits);
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
    .work_bytes = 39650816,
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

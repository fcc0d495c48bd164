/*
 * gpt2_124m.c - trains and runs the network of gpt2_124m.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 124439808 parameters; 6055 nodes in 96 kernels;
 * bytes: parameters 497759232, state 995518464, work 559642624 (unshared 2800660480)
 */
#include "mfrt.h"

#define GPT2_124M_PARAM_BYTES 497759232u
#define GPT2_124M_STATE_BYTES 995518464u
#define GPT2_124M_WORK_BYTES 559642624u

typedef struct Gpt2124m {
    float embedding1_weight[50257][768];              /* gpt2_124m.lua:34 */
    float positions[1024][768];                       /* gpt2_124m.lua:35 */
    float multiheadattention1_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention1_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention1_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention1_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm1_weight[768];                     /* gpt2_124m.lua:25 */
    float layernorm1_bias[768];                       /* gpt2_124m.lua:25 */
    float layernorm2_weight[768];                     /* gpt2_124m.lua:27 */
    float layernorm2_bias[768];                       /* gpt2_124m.lua:27 */
    float linear1_weight[768][3072];                  /* gpt2_124m.lua:28 */
    float linear1_bias[3072];                         /* gpt2_124m.lua:28 */
    float linear2_weight[3072][768];                  /* gpt2_124m.lua:29 */
    float linear2_bias[768];                          /* gpt2_124m.lua:29 */
    float multiheadattention2_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention2_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention2_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention2_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm3_weight[768];                     /* gpt2_124m.lua:25 */
    float layernorm3_bias[768];                       /* gpt2_124m.lua:25 */
    float layernorm4_weight[768];                     /* gpt2_124m.lua:27 */
    float layernorm4_bias[768];                       /* gpt2_124m.lua:27 */
    float linear3_weight[768][3072];                  /* gpt2_124m.lua:28 */
    float linear3_bias[3072];                         /* gpt2_124m.lua:28 */
    float linear4_weight[3072][768];                  /* gpt2_124m.lua:29 */
    float linear4_bias[768];                          /* gpt2_124m.lua:29 */
    float multiheadattention3_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention3_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention3_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention3_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm5_weight[768];                     /* gpt2_124m.lua:25 */
    float layernorm5_bias[768];                       /* gpt2_124m.lua:25 */
    float layernorm6_weight[768];                     /* gpt2_124m.lua:27 */
    float layernorm6_bias[768];                       /* gpt2_124m.lua:27 */
    float linear5_weight[768][3072];                  /* gpt2_124m.lua:28 */
    float linear5_bias[3072];                         /* gpt2_124m.lua:28 */
    float linear6_weight[3072][768];                  /* gpt2_124m.lua:29 */
    float linear6_bias[768];                          /* gpt2_124m.lua:29 */
    float multiheadattention4_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention4_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention4_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention4_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm7_weight[768];                     /* gpt2_124m.lua:25 */
    float layernorm7_bias[768];                       /* gpt2_124m.lua:25 */
    float layernorm8_weight[768];                     /* gpt2_124m.lua:27 */
    float layernorm8_bias[768];                       /* gpt2_124m.lua:27 */
    float linear7_weight[768][3072];                  /* gpt2_124m.lua:28 */
    float linear7_bias[3072];                         /* gpt2_124m.lua:28 */
    float linear8_weight[3072][768];                  /* gpt2_124m.lua:29 */
    float linear8_bias[768];                          /* gpt2_124m.lua:29 */
    float multiheadattention5_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention5_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention5_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention5_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm9_weight[768];                     /* gpt2_124m.lua:25 */
    float layernorm9_bias[768];                       /* gpt2_124m.lua:25 */
    float layernorm10_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm10_bias[768];                      /* gpt2_124m.lua:27 */
    float linear9_weight[768][3072];                  /* gpt2_124m.lua:28 */
    float linear9_bias[3072];                         /* gpt2_124m.lua:28 */
    float linear10_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear10_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention6_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention6_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention6_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention6_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm11_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm11_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm12_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm12_bias[768];                      /* gpt2_124m.lua:27 */
    float linear11_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear11_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear12_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear12_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention7_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention7_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention7_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention7_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm13_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm13_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm14_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm14_bias[768];                      /* gpt2_124m.lua:27 */
    float linear13_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear13_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear14_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear14_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention8_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention8_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention8_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention8_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm15_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm15_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm16_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm16_bias[768];                      /* gpt2_124m.lua:27 */
    float linear15_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear15_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear16_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear16_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention9_qkv_weight[768][2304];  /* gpt2_124m.lua:22 */
    float multiheadattention9_qkv_bias[2304];         /* gpt2_124m.lua:22 */
    float multiheadattention9_out_weight[768][768];   /* gpt2_124m.lua:22 */
    float multiheadattention9_out_bias[768];          /* gpt2_124m.lua:22 */
    float layernorm17_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm17_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm18_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm18_bias[768];                      /* gpt2_124m.lua:27 */
    float linear17_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear17_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear18_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear18_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention10_qkv_weight[768][2304]; /* gpt2_124m.lua:22 */
    float multiheadattention10_qkv_bias[2304];        /* gpt2_124m.lua:22 */
    float multiheadattention10_out_weight[768][768];  /* gpt2_124m.lua:22 */
    float multiheadattention10_out_bias[768];         /* gpt2_124m.lua:22 */
    float layernorm19_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm19_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm20_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm20_bias[768];                      /* gpt2_124m.lua:27 */
    float linear19_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear19_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear20_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear20_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention11_qkv_weight[768][2304]; /* gpt2_124m.lua:22 */
    float multiheadattention11_qkv_bias[2304];        /* gpt2_124m.lua:22 */
    float multiheadattention11_out_weight[768][768];  /* gpt2_124m.lua:22 */
    float multiheadattention11_out_bias[768];         /* gpt2_124m.lua:22 */
    float layernorm21_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm21_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm22_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm22_bias[768];                      /* gpt2_124m.lua:27 */
    float linear21_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear21_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear22_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear22_bias[768];                         /* gpt2_124m.lua:29 */
    float multiheadattention12_qkv_weight[768][2304]; /* gpt2_124m.lua:22 */
    float multiheadattention12_qkv_bias[2304];        /* gpt2_124m.lua:22 */
    float multiheadattention12_out_weight[768][768];  /* gpt2_124m.lua:22 */
    float multiheadattention12_out_bias[768];         /* gpt2_124m.lua:22 */
    float layernorm23_weight[768];                    /* gpt2_124m.lua:25 */
    float layernorm23_bias[768];                      /* gpt2_124m.lua:25 */
    float layernorm24_weight[768];                    /* gpt2_124m.lua:27 */
    float layernorm24_bias[768];                      /* gpt2_124m.lua:27 */
    float linear23_weight[768][3072];                 /* gpt2_124m.lua:28 */
    float linear23_bias[3072];                        /* gpt2_124m.lua:28 */
    float linear24_weight[3072][768];                 /* gpt2_124m.lua:29 */
    float linear24_bias[768];                         /* gpt2_124m.lua:29 */
    float layernorm25_weight[768];                    /* gpt2_124m.lua:41 */
    float layernorm25_bias[768];                      /* gpt2_124m.lua:41 */
    /* state of the optimiser */
    float adamw_m_embedding1_weight[50257][768];              /* gpt2_124m.lua:47 */
    float adamw_v_embedding1_weight[50257][768];              /* gpt2_124m.lua:47 */
    float adamw_m_positions[1024][768];                       /* gpt2_124m.lua:47 */
    float adamw_v_positions[1024][768];                       /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention1_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention1_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention1_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention1_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention1_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention1_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention1_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention1_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm1_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm1_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm1_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm1_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_layernorm2_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm2_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm2_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm2_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_linear1_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear1_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear1_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear1_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_m_linear2_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear2_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear2_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_v_linear2_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention2_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention2_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention2_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention2_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention2_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention2_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention2_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention2_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm3_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm3_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm3_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm3_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_layernorm4_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm4_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm4_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm4_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_linear3_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear3_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear3_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear3_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_m_linear4_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear4_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear4_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_v_linear4_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention3_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention3_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention3_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention3_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention3_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention3_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention3_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention3_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm5_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm5_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm5_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm5_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_layernorm6_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm6_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm6_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm6_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_linear5_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear5_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear5_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear5_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_m_linear6_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear6_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear6_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_v_linear6_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention4_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention4_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention4_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention4_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention4_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention4_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention4_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention4_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm7_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm7_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm7_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm7_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_layernorm8_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm8_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm8_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm8_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_linear7_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear7_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear7_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear7_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_m_linear8_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear8_weight[3072][768];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear8_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_v_linear8_bias[768];                          /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention5_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention5_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention5_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention5_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention5_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention5_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention5_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention5_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm9_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_v_layernorm9_weight[768];                     /* gpt2_124m.lua:47 */
    float adamw_m_layernorm9_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_v_layernorm9_bias[768];                       /* gpt2_124m.lua:47 */
    float adamw_m_layernorm10_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm10_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm10_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm10_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear9_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_v_linear9_weight[768][3072];                  /* gpt2_124m.lua:47 */
    float adamw_m_linear9_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear9_bias[3072];                         /* gpt2_124m.lua:47 */
    float adamw_m_linear10_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear10_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear10_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear10_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention6_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention6_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention6_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention6_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention6_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention6_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention6_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention6_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm11_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm11_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm11_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm11_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm12_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm12_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm12_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm12_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear11_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear11_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear11_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear11_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear12_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear12_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear12_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear12_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention7_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention7_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention7_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention7_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention7_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention7_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention7_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention7_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm13_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm13_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm13_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm13_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm14_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm14_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm14_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm14_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear13_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear13_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear13_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear13_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear14_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear14_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear14_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear14_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention8_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention8_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention8_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention8_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention8_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention8_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention8_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention8_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm15_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm15_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm15_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm15_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm16_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm16_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm16_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm16_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear15_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear15_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear15_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear15_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear16_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear16_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear16_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear16_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention9_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention9_qkv_weight[768][2304];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention9_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention9_qkv_bias[2304];         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention9_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention9_out_weight[768][768];   /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention9_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention9_out_bias[768];          /* gpt2_124m.lua:47 */
    float adamw_m_layernorm17_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm17_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm17_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm17_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm18_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm18_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm18_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm18_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear17_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear17_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear17_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear17_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear18_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear18_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear18_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear18_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention10_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention10_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention10_qkv_bias[2304];        /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention10_qkv_bias[2304];        /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention10_out_weight[768][768];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention10_out_weight[768][768];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention10_out_bias[768];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention10_out_bias[768];         /* gpt2_124m.lua:47 */
    float adamw_m_layernorm19_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm19_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm19_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm19_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm20_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm20_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm20_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm20_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear19_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear19_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear19_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear19_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear20_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear20_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear20_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear20_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention11_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention11_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention11_qkv_bias[2304];        /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention11_qkv_bias[2304];        /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention11_out_weight[768][768];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention11_out_weight[768][768];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention11_out_bias[768];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention11_out_bias[768];         /* gpt2_124m.lua:47 */
    float adamw_m_layernorm21_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm21_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm21_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm21_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm22_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm22_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm22_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm22_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear21_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear21_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear21_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear21_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear22_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear22_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear22_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear22_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention12_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention12_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention12_qkv_bias[2304];        /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention12_qkv_bias[2304];        /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention12_out_weight[768][768];  /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention12_out_weight[768][768];  /* gpt2_124m.lua:47 */
    float adamw_m_multiheadattention12_out_bias[768];         /* gpt2_124m.lua:47 */
    float adamw_v_multiheadattention12_out_bias[768];         /* gpt2_124m.lua:47 */
    float adamw_m_layernorm23_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm23_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm23_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm23_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_layernorm24_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm24_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm24_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm24_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_m_linear23_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear23_weight[768][3072];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear23_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_v_linear23_bias[3072];                        /* gpt2_124m.lua:47 */
    float adamw_m_linear24_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_v_linear24_weight[3072][768];                 /* gpt2_124m.lua:47 */
    float adamw_m_linear24_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_v_linear24_bias[768];                         /* gpt2_124m.lua:47 */
    float adamw_m_layernorm25_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_v_layernorm25_weight[768];                    /* gpt2_124m.lua:47 */
    float adamw_m_layernorm25_bias[768];                      /* gpt2_124m.lua:47 */
    float adamw_v_layernorm25_bias[768];                      /* gpt2_124m.lua:47 */
    /* settings, which --set changes */
    float lr;           /* gpt2_124m.lua:47 */
    float weight_decay; /* gpt2_124m.lua:47 */
    float beta1;        /* gpt2_124m.lua:47 */
    float beta2;        /* gpt2_124m.lua:47 */
    float eps;          /* gpt2_124m.lua:47 */
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        union Gpt2124mStep {
            float where8[4][12][64][64];  /* calls 68 to 69 */
            float where9[4][12][64][64];  /* calls 77 to 78 */
            float where10[4][12][64][64]; /* calls 86 to 87 */
            float where11[4][12][64][64]; /* calls 95 to 96 */
            float where12[4][12][64][64]; /* calls 104 to 105 */
            float logits[4][64][50257];   /* calls 113 to 114 */
            float dx[4][64][768];         /* calls 116 to 119 */
            float contract[4][64][768];   /* calls 123 to 126 */
            float contract2[4][64][768];  /* calls 128 to 130 */
            float concat[4][64][2304];    /* calls 134 to 333 */
            float contract3[4][64][768];  /* calls 338 to 342 */
            float concat2[4][64][2304];   /* calls 346 to 383 */
            float scatter[50257][768];    /* calls 409 to 823 */
            struct {
                float where[4][12][64][64];     /* calls 5 to 6 */
                float contract4[4][12][64][64]; /* calls 129 to 131 */
                unsigned char gap1[786432];
                float add[4][64][768];           /* calls 124 to 143 */
                float contract10[4][64][12][64]; /* calls 132 to 134 */
                float contract14[4][64][12][64]; /* calls 133 to 134 */
                float contract15[4][64][12][64]; /* calls 130 to 134 */
                float contract20[4][64][12][64]; /* calls 153 to 155 */
                float contract24[4][64][12][64]; /* calls 154 to 155 */
                float contract26[4][64][12][64]; /* calls 151 to 155 */
                float contract29[4][64][12][64]; /* calls 174 to 176 */
                float contract32[4][64][12][64]; /* calls 175 to 176 */
                float contract33[4][64][12][64]; /* calls 172 to 176 */
                float contract36[4][64][12][64]; /* calls 195 to 197 */
                float contract39[4][64][12][64]; /* calls 196 to 197 */
                float contract40[4][64][12][64]; /* calls 193 to 197 */
                float contract43[4][64][12][64]; /* calls 216 to 218 */
                float contract46[4][64][12][64]; /* calls 217 to 218 */
                float contract47[4][64][12][64]; /* calls 214 to 218 */
                float contract50[4][64][12][64]; /* calls 237 to 239 */
                float contract53[4][64][12][64]; /* calls 238 to 239 */
                float contract54[4][64][12][64]; /* calls 235 to 239 */
                float contract57[4][64][12][64]; /* calls 258 to 260 */
                float contract60[4][64][12][64]; /* calls 259 to 260 */
                float contract61[4][64][12][64]; /* calls 256 to 260 */
                float contract64[4][64][12][64]; /* calls 279 to 281 */
                float contract67[4][64][12][64]; /* calls 280 to 281 */
                float contract68[4][64][12][64]; /* calls 277 to 281 */
                float contract71[4][64][12][64]; /* calls 300 to 302 */
                float contract74[4][64][12][64]; /* calls 301 to 302 */
                float dx2[4][64][768];           /* calls 117 to 385 */
                float dx3[4][64][768];           /* calls 137 to 387 */
                float dx4[4][64][768];           /* calls 158 to 389 */
                float dx5[4][64][768];           /* calls 179 to 391 */
                float dx6[4][64][768];           /* calls 200 to 393 */
                float dx7[4][64][768];           /* calls 221 to 395 */
                float dx8[4][64][768];           /* calls 242 to 397 */
                float dx9[4][64][768];           /* calls 263 to 399 */
                float dx10[4][64][768];          /* calls 284 to 401 */
                float contract75[4][64][12][64]; /* calls 298 to 302 */
                float add10[4][64][768];         /* calls 313 to 330 */
                float contract79[4][64][12][64]; /* calls 321 to 323 */
                float contract81[4][64][12][64]; /* calls 322 to 323 */
                float contract82[4][64][12][64]; /* calls 319 to 323 */
                float contract84[4][64][12][64]; /* calls 342 to 346 */
                unsigned char gap35[16073728];
                float sub[4][64][50257];         /* calls 114 to 115 */
                float exp[4][64][50257];         /* call 114 */
                float scatter2[4][64][50257];    /* calls 112 to 410 */
                float tanh[4][64][3072];         /* calls 10 to 353 */
                float mul[4][64][3072];          /* calls 10 to 407 */
                float add12[4][64][3072];        /* calls 19 to 406 */
                float tanh2[4][64][3072];        /* calls 19 to 329 */
                float mul2[4][64][3072];         /* calls 19 to 405 */
                float add13[4][64][3072];        /* calls 28 to 404 */
                float tanh3[4][64][3072];        /* calls 28 to 308 */
                float mul3[4][64][3072];         /* calls 28 to 403 */
                float add14[4][64][3072];        /* calls 37 to 402 */
                float tanh4[4][64][3072];        /* calls 37 to 287 */
                float mul4[4][64][3072];         /* calls 37 to 401 */
                float add15[4][64][3072];        /* calls 46 to 400 */
                float tanh5[4][64][3072];        /* calls 46 to 266 */
                float mul5[4][64][3072];         /* calls 46 to 399 */
                float add16[4][64][3072];        /* calls 55 to 398 */
                float tanh6[4][64][3072];        /* calls 55 to 245 */
                float mul6[4][64][3072];         /* calls 55 to 397 */
                float add17[4][64][3072];        /* calls 64 to 396 */
                float tanh7[4][64][3072];        /* calls 64 to 224 */
                float mul7[4][64][3072];         /* calls 64 to 395 */
                float add18[4][64][3072];        /* calls 73 to 394 */
                float tanh8[4][64][3072];        /* calls 73 to 203 */
                float mul8[4][64][3072];         /* calls 73 to 393 */
                float add19[4][64][3072];        /* calls 82 to 392 */
                float tanh9[4][64][3072];        /* calls 82 to 182 */
                float mul9[4][64][3072];         /* calls 82 to 391 */
                float add20[4][64][3072];        /* calls 91 to 390 */
                float tanh10[4][64][3072];       /* calls 91 to 161 */
                float mul10[4][64][3072];        /* calls 91 to 389 */
                float add21[4][64][3072];        /* calls 100 to 388 */
                float tanh11[4][64][3072];       /* calls 100 to 140 */
                float mul11[4][64][3072];        /* calls 100 to 387 */
                float add22[4][64][3072];        /* calls 109 to 386 */
                float tanh12[4][64][3072];       /* calls 109 to 120 */
                float mul12[4][64][3072];        /* calls 109 to 385 */
                float add23[4][64][2304];        /* calls 4 to 369 */
                float add24[4][64][2304];        /* calls 13 to 345 */
                float add25[4][64][2304];        /* calls 22 to 322 */
                float add26[4][64][2304];        /* calls 31 to 301 */
                float add27[4][64][2304];        /* calls 40 to 280 */
                float add28[4][64][2304];        /* calls 49 to 259 */
                float add29[4][64][2304];        /* calls 58 to 238 */
                float add30[4][64][2304];        /* calls 67 to 217 */
                float add31[4][64][2304];        /* calls 76 to 196 */
                float add32[4][64][2304];        /* calls 85 to 175 */
                float add33[4][64][2304];        /* calls 94 to 154 */
                float add34[4][64][2304];        /* calls 103 to 133 */
                float sub2[4][64][768];          /* calls 3 to 375 */
                float add35[4][64][768];         /* calls 3 to 384 */
                float exp2[4][12][64][64];       /* calls 6 to 369 */
                float div[4][12][64][64];        /* calls 6 to 367 */
                float contract85[4][64][12][64]; /* calls 7 to 363 */
                float add36[4][64][768];         /* calls 8 to 360 */
                float x[4][64][768];             /* calls 11 to 351 */
                float add37[4][64][768];         /* calls 12 to 383 */
                float exp3[4][12][64][64];       /* calls 15 to 345 */
                float div2[4][12][64][64];       /* calls 15 to 343 */
                float contract86[4][64][12][64]; /* calls 16 to 339 */
                float add38[4][64][768];         /* calls 17 to 336 */
                float x2[4][64][768];            /* calls 20 to 327 */
                float add39[4][64][768];         /* calls 21 to 382 */
                float exp4[4][12][64][64];       /* calls 24 to 322 */
                float div3[4][12][64][64];       /* calls 24 to 320 */
                float contract87[4][64][12][64]; /* calls 25 to 330 */
                float add40[4][64][768];         /* calls 26 to 314 */
                float x3[4][64][768];            /* calls 29 to 306 */
                float add41[4][64][768];         /* calls 30 to 381 */
                float exp5[4][12][64][64];       /* calls 33 to 301 */
                float div4[4][12][64][64];       /* calls 33 to 299 */
                float contract88[4][64][12][64]; /* calls 34 to 311 */
                float add42[4][64][768];         /* calls 35 to 293 */
                float x4[4][64][768];            /* calls 38 to 285 */
                float add43[4][64][768];         /* calls 39 to 380 */
                float exp6[4][12][64][64];       /* calls 42 to 280 */
                float div5[4][12][64][64];       /* calls 42 to 278 */
                float contract89[4][64][12][64]; /* calls 43 to 290 */
                float add44[4][64][768];         /* calls 44 to 272 */
                float x5[4][64][768];            /* calls 47 to 264 */
                float add45[4][64][768];         /* calls 48 to 379 */
                float exp7[4][12][64][64];       /* calls 51 to 259 */
                float div6[4][12][64][64];       /* calls 51 to 257 */
                float contract90[4][64][12][64]; /* calls 52 to 269 */
                float add46[4][64][768];         /* calls 53 to 251 */
                float x6[4][64][768];            /* calls 56 to 243 */
                float add47[4][64][768];         /* calls 57 to 377 */
                float exp8[4][12][64][64];       /* calls 60 to 238 */
                float div7[4][12][64][64];       /* calls 60 to 236 */
                float contract91[4][64][12][64]; /* calls 61 to 248 */
                float add48[4][64][768];         /* calls 62 to 230 */
                float x7[4][64][768];            /* calls 65 to 222 */
                float add49[4][64][768];         /* calls 66 to 372 */
                float exp9[4][12][64][64];       /* calls 69 to 217 */
                float div8[4][12][64][64];       /* calls 69 to 215 */
                float contract92[4][64][12][64]; /* calls 70 to 227 */
                float add50[4][64][768];         /* calls 71 to 209 */
                float x8[4][64][768];            /* calls 74 to 201 */
                float add51[4][64][768];         /* calls 75 to 357 */
                float exp10[4][12][64][64];      /* calls 78 to 196 */
                float div9[4][12][64][64];       /* calls 78 to 194 */
                float contract93[4][64][12][64]; /* calls 79 to 206 */
                float add52[4][64][768];         /* calls 80 to 188 */
                float x9[4][64][768];            /* calls 83 to 180 */
                float add53[4][64][768];         /* calls 84 to 354 */
                float exp11[4][12][64][64];      /* calls 87 to 175 */
                float div10[4][12][64][64];      /* calls 87 to 173 */
                float contract94[4][64][12][64]; /* calls 88 to 185 */
                float add54[4][64][768];         /* calls 89 to 167 */
                float x10[4][64][768];           /* calls 92 to 159 */
                float add55[4][64][768];         /* calls 93 to 348 */
                float exp12[4][12][64][64];      /* calls 96 to 154 */
                float div11[4][12][64][64];      /* calls 96 to 152 */
                float contract95[4][64][12][64]; /* calls 97 to 164 */
                float add56[4][64][768];         /* calls 98 to 146 */
                float x11[4][64][768];           /* calls 101 to 138 */
                float add57[4][64][768];         /* calls 102 to 333 */
                float exp13[4][12][64][64];      /* calls 105 to 133 */
                float div12[4][12][64][64];      /* calls 105 to 131 */
                float contract96[4][64][12][64]; /* calls 106 to 143 */
                float add58[4][64][768];         /* calls 107 to 125 */
                float add59[4][64][768];         /* calls 108 to 386 */
                float x12[4][64][768];           /* calls 110 to 118 */
                float sum[4][12][64];            /* calls 6 to 367 */
                float sum2[4][12][64];           /* calls 15 to 343 */
                float sum3[4][12][64];           /* calls 24 to 320 */
                float sum4[4][12][64];           /* calls 33 to 299 */
                float sum5[4][12][64];           /* calls 42 to 278 */
                float sum6[4][12][64];           /* calls 51 to 257 */
                float sum7[4][12][64];           /* calls 60 to 236 */
                float sum8[4][12][64];           /* calls 69 to 215 */
                float sum9[4][12][64];           /* calls 78 to 194 */
                float sum10[4][12][64];          /* calls 87 to 173 */
                float sum11[4][12][64];          /* calls 96 to 152 */
                float sum12[4][12][64];          /* calls 105 to 131 */
                float sqrt_[4][64];              /* calls 3 to 374 */
                float div13[4][64];              /* calls 3 to 375 */
                float div14[4][64];              /* calls 9 to 360 */
                float sqrt_2[4][64];             /* calls 9 to 359 */
                float div15[4][64];              /* calls 9 to 360 */
                float div16[4][64];              /* calls 12 to 351 */
                float sqrt_3[4][64];             /* calls 12 to 350 */
                float div17[4][64];              /* calls 12 to 351 */
                float div18[4][64];              /* calls 18 to 336 */
                float sqrt_4[4][64];             /* calls 18 to 335 */
                float div19[4][64];              /* calls 18 to 336 */
                float div20[4][64];              /* calls 21 to 327 */
                float sqrt_5[4][64];             /* calls 21 to 326 */
                float div21[4][64];              /* calls 21 to 327 */
                float div22[4][64];              /* calls 27 to 314 */
                float sqrt_6[4][64];             /* calls 27 to 313 */
                float div23[4][64];              /* calls 27 to 314 */
                float div24[4][64];              /* calls 30 to 306 */
                float sqrt_7[4][64];             /* calls 30 to 305 */
                float div25[4][64];              /* calls 30 to 306 */
                float div26[4][64];              /* calls 36 to 293 */
                float sqrt_8[4][64];             /* calls 36 to 292 */
                float div27[4][64];              /* calls 36 to 293 */
                float div28[4][64];              /* calls 39 to 285 */
                float sqrt_9[4][64];             /* calls 39 to 284 */
                float div29[4][64];              /* calls 39 to 285 */
                float div30[4][64];              /* calls 45 to 272 */
                float sqrt_10[4][64];            /* calls 45 to 271 */
                float div31[4][64];              /* calls 45 to 272 */
                float div32[4][64];              /* calls 48 to 264 */
                float sqrt_11[4][64];            /* calls 48 to 263 */
                float div33[4][64];              /* calls 48 to 264 */
                float div34[4][64];              /* calls 54 to 251 */
                float sqrt_12[4][64];            /* calls 54 to 250 */
                float div35[4][64];              /* calls 54 to 251 */
                float div36[4][64];              /* calls 57 to 243 */
                float sqrt_13[4][64];            /* calls 57 to 242 */
                float div37[4][64];              /* calls 57 to 243 */
                float div38[4][64];              /* calls 63 to 230 */
                float sqrt_14[4][64];            /* calls 63 to 229 */
                float div39[4][64];              /* calls 63 to 230 */
                float div40[4][64];              /* calls 66 to 222 */
                float sqrt_15[4][64];            /* calls 66 to 221 */
                float div41[4][64];              /* calls 66 to 222 */
                float div42[4][64];              /* calls 72 to 209 */
                float sqrt_16[4][64];            /* calls 72 to 208 */
                float div43[4][64];              /* calls 72 to 209 */
                float div44[4][64];              /* calls 75 to 201 */
                float sqrt_17[4][64];            /* calls 75 to 200 */
                float div45[4][64];              /* calls 75 to 201 */
                float div46[4][64];              /* calls 81 to 188 */
                float sqrt_18[4][64];            /* calls 81 to 187 */
                float div47[4][64];              /* calls 81 to 188 */
                float div48[4][64];              /* calls 84 to 180 */
                float sqrt_19[4][64];            /* calls 84 to 179 */
                float div49[4][64];              /* calls 84 to 180 */
                float div50[4][64];              /* calls 90 to 167 */
                float sqrt_20[4][64];            /* calls 90 to 166 */
                float div51[4][64];              /* calls 90 to 167 */
                float div52[4][64];              /* calls 93 to 159 */
                float sqrt_21[4][64];            /* calls 93 to 158 */
                float div53[4][64];              /* calls 93 to 159 */
                float div54[4][64];              /* calls 99 to 146 */
                float sqrt_22[4][64];            /* calls 99 to 145 */
                float div55[4][64];              /* calls 99 to 146 */
                float div56[4][64];              /* calls 102 to 138 */
                float sqrt_23[4][64];            /* calls 102 to 137 */
                float div57[4][64];              /* calls 102 to 138 */
                float div58[4][64];              /* calls 108 to 125 */
                float sqrt_24[4][64];            /* calls 108 to 124 */
                float div59[4][64];              /* calls 108 to 125 */
                float div60[4][64];              /* calls 111 to 118 */
                float sqrt_25[4][64];            /* calls 111 to 117 */
                float div61[4][64];              /* calls 111 to 118 */
                float sum13[4][64];              /* calls 114 to 115 */
                unsigned char gap37[1348608];
                float dlinear22_weight[3072][768];
                float dlinear23_weight[768][3072];
                float dlinear24_weight[3072][768];
                float dmultiheadattention1_qkv_weight[768][2304];
                float dmultiheadattention2_qkv_weight[768][2304];
                float dmultiheadattention3_qkv_weight[768][2304];
                float dmultiheadattention4_qkv_weight[768][2304];
                float dmultiheadattention5_qkv_weight[768][2304];
                float dmultiheadattention6_qkv_weight[768][2304];
                float dmultiheadattention7_qkv_weight[768][2304];
                float dmultiheadattention8_qkv_weight[768][2304];
                float dmultiheadattention9_qkv_weight[768][2304];
                float dmultiheadattention10_qkv_weight[768][2304];
                float dmultiheadattention11_qkv_weight[768][2304];
                float dmultiheadattention12_qkv_weight[768][2304];
                float add60[4][64][3072];
                float dmultiheadattention1_out_weight[768][768];
                float dmultiheadattention2_out_weight[768][768];
                float dmultiheadattention3_out_weight[768][768];
                float dmultiheadattention4_out_weight[768][768];
                float dmultiheadattention5_out_weight[768][768];
                float dmultiheadattention6_out_weight[768][768];
                float dmultiheadattention7_out_weight[768][768];
                float dmultiheadattention8_out_weight[768][768];
                float dmultiheadattention9_out_weight[768][768];
                float dmultiheadattention10_out_weight[768][768];
                float dmultiheadattention11_out_weight[768][768];
                float dmultiheadattention12_out_weight[768][768];
                float add61[4][64][768];
                float add62[4][64][768];
                float add63[4][64][768];
                float add64[4][64][768];
                float add65[4][64][768];
                float add66[4][64][768];
                float add67[4][64][768];
                float add68[4][64][768];
                float add69[4][64][768];
                float add70[4][64][768];
                float add71[4][64][768];
                float x13[4][64][768];
                float add72[4][64][768];
                float sum14[64][768];
                float dlinear1_bias[3072];
                float dlinear3_bias[3072];
                float dlinear5_bias[3072];
                float dlinear7_bias[3072];
                float dlinear9_bias[3072];
                float dlinear11_bias[3072];
                float dlinear13_bias[3072];
                float dlinear15_bias[3072];
                float dlinear17_bias[3072];
                float dlinear19_bias[3072];
                float dlinear21_bias[3072];
                float dlinear23_bias[3072];
                float dmultiheadattention1_qkv_bias[2304];
                float dmultiheadattention2_qkv_bias[2304];
                float dmultiheadattention3_qkv_bias[2304];
                float dmultiheadattention4_qkv_bias[2304];
                float dmultiheadattention5_qkv_bias[2304];
                float dmultiheadattention6_qkv_bias[2304];
                float dmultiheadattention7_qkv_bias[2304];
                float dmultiheadattention8_qkv_bias[2304];
                float dmultiheadattention9_qkv_bias[2304];
                float dmultiheadattention10_qkv_bias[2304];
                float dmultiheadattention11_qkv_bias[2304];
                float dmultiheadattention12_qkv_bias[2304];
                float dmultiheadattention1_out_bias[768];
                float dlayernorm1_weight[768];
                float dlayernorm1_bias[768];
                float dlayernorm2_weight[768];
                float dlayernorm2_bias[768];
                float dlinear2_bias[768];
                float dmultiheadattention2_out_bias[768];
                float dlayernorm3_weight[768];
                float dlayernorm3_bias[768];
                float dlayernorm4_weight[768];
                float dlayernorm4_bias[768];
                float dlinear4_bias[768];
                float dmultiheadattention3_out_bias[768];
                float dlayernorm5_weight[768];
                float dlayernorm5_bias[768];
                float dlayernorm6_weight[768];
                float dlayernorm6_bias[768];
                float dlinear6_bias[768];
                float dmultiheadattention4_out_bias[768];
                float dlayernorm7_weight[768];
                float dlayernorm7_bias[768];
                float dlayernorm8_weight[768];
                float dlayernorm8_bias[768];
                float dlinear8_bias[768];
                float dmultiheadattention5_out_bias[768];
                float dlayernorm9_weight[768];
                float dlayernorm9_bias[768];
                float dlayernorm10_weight[768];
                float dlayernorm10_bias[768];
                float dlinear10_bias[768];
                float dmultiheadattention6_out_bias[768];
                float dlayernorm11_weight[768];
                float dlayernorm11_bias[768];
                float dlayernorm12_weight[768];
                float dlayernorm12_bias[768];
                float dlinear12_bias[768];
                float dmultiheadattention7_out_bias[768];
                float dlayernorm13_weight[768];
                float dlayernorm13_bias[768];
                float dlayernorm14_weight[768];
                float dlayernorm14_bias[768];
                float dlinear14_bias[768];
                float dmultiheadattention8_out_bias[768];
                float dlayernorm15_weight[768];
                float dlayernorm15_bias[768];
                float dlayernorm16_weight[768];
                float dlayernorm16_bias[768];
                float dlinear16_bias[768];
                float dmultiheadattention9_out_bias[768];
                float dlayernorm17_weight[768];
                float dlayernorm17_bias[768];
                float dlayernorm18_weight[768];
                float dlayernorm18_bias[768];
                float dlinear18_bias[768];
                float dmultiheadattention10_out_bias[768];
                float dlayernorm19_weight[768];
                float dlayernorm19_bias[768];
                float dlayernorm20_weight[768];
                float dlayernorm20_bias[768];
                float dlinear20_bias[768];
                float dmultiheadattention11_out_bias[768];
                float dlayernorm21_weight[768];
                float dlayernorm21_bias[768];
                float dlayernorm22_weight[768];
                float dlayernorm22_bias[768];
                float dlinear22_bias[768];
                float dmultiheadattention12_out_bias[768];
                float dlayernorm23_weight[768];
                float dlayernorm23_bias[768];
                float dlayernorm24_weight[768];
                float dlayernorm24_bias[768];
                float dlinear24_bias[768];
                float dlayernorm25_weight[768];
                float dlayernorm25_bias[768];
            };
            struct {
                float where2[4][12][64][64];    /* calls 14 to 15 */
                float contract5[4][12][64][64]; /* calls 341 to 343 */
                unsigned char gap2[786432];
                float contract6[4][64][768];  /* calls 144 to 147 */
                float contract11[4][64][768]; /* calls 136 to 139 */
                unsigned char gap8[786432];
                float add2[4][64][768];          /* calls 145 to 164 */
                float contract21[4][64][768];    /* calls 157 to 160 */
                float contract25[4][64][12][64]; /* calls 366 to 370 */
                float add3[4][64][768];          /* calls 166 to 185 */
                float contract30[4][64][768];    /* calls 178 to 181 */
                unsigned char gap14[786432];
                float add4[4][64][768];       /* calls 187 to 206 */
                float contract37[4][64][768]; /* calls 199 to 202 */
                unsigned char gap17[786432];
                float add5[4][64][768];       /* calls 208 to 227 */
                float contract44[4][64][768]; /* calls 220 to 223 */
                unsigned char gap20[786432];
                float add6[4][64][768];       /* calls 229 to 248 */
                float contract51[4][64][768]; /* calls 241 to 244 */
                unsigned char gap23[786432];
                float add7[4][64][768];       /* calls 250 to 269 */
                float contract58[4][64][768]; /* calls 262 to 265 */
                unsigned char gap26[786432];
                float add8[4][64][768];       /* calls 271 to 290 */
                float contract65[4][64][768]; /* calls 283 to 286 */
                unsigned char gap29[786432];
                float add9[4][64][768];       /* calls 292 to 311 */
                float contract72[4][64][768]; /* calls 304 to 307 */
                unsigned char gap32[7864320];
                float dx11[4][64][768];          /* calls 305 to 403 */
                float contract76[4][64][768];    /* calls 332 to 337 */
                float contract80[4][64][768];    /* calls 324 to 328 */
                float dx12[4][64][768];          /* calls 326 to 405 */
                float contract83[4][64][12][64]; /* calls 345 to 346 */
                unsigned char gap36[171249664];
                float dlinear1_weight[768][3072];  /* calls 408 to 799 */
                float dlinear2_weight[3072][768];  /* calls 407 to 800 */
                float dlinear3_weight[768][3072];  /* calls 406 to 801 */
                float dlinear4_weight[3072][768];  /* calls 405 to 802 */
                float dlinear5_weight[768][3072];  /* calls 404 to 803 */
                float dlinear6_weight[3072][768];  /* calls 403 to 804 */
                float dlinear7_weight[768][3072];  /* calls 402 to 805 */
                float dlinear8_weight[3072][768];  /* calls 401 to 806 */
                float dlinear9_weight[768][3072];  /* calls 400 to 807 */
                float dlinear10_weight[3072][768]; /* calls 399 to 808 */
                float dlinear11_weight[768][3072]; /* calls 398 to 809 */
                float dlinear12_weight[3072][768]; /* calls 397 to 810 */
                float dlinear13_weight[768][3072]; /* calls 396 to 811 */
                float dlinear14_weight[3072][768]; /* calls 395 to 812 */
                float dlinear15_weight[768][3072]; /* calls 394 to 813 */
                float dlinear16_weight[3072][768]; /* calls 393 to 814 */
                float dlinear17_weight[768][3072]; /* calls 392 to 815 */
                float dlinear18_weight[3072][768]; /* calls 391 to 816 */
                float dlinear19_weight[768][3072]; /* calls 390 to 817 */
                float dlinear20_weight[3072][768]; /* calls 389 to 818 */
                float dlinear21_weight[768][3072]; /* calls 388 to 819 */
            };
            struct {
                float where3[4][12][64][64]; /* calls 23 to 24 */
                unsigned char gap3[1572864];
                float contract7[4][64][768];     /* calls 149 to 151 */
                float contract12[4][12][64][64]; /* calls 150 to 152 */
                unsigned char gap9[786432];
                float contract16[4][64][768];    /* calls 165 to 168 */
                float contract22[4][12][64][64]; /* calls 171 to 173 */
                unsigned char gap12[786432];
                float contract27[4][64][768];    /* calls 186 to 189 */
                float contract31[4][12][64][64]; /* calls 192 to 194 */
                unsigned char gap15[786432];
                float contract34[4][64][768];    /* calls 207 to 210 */
                float contract38[4][12][64][64]; /* calls 213 to 215 */
                unsigned char gap18[786432];
                float contract41[4][64][768];    /* calls 228 to 231 */
                float contract45[4][12][64][64]; /* calls 234 to 236 */
                unsigned char gap21[786432];
                float contract48[4][64][768];    /* calls 249 to 252 */
                float contract52[4][12][64][64]; /* calls 255 to 257 */
                unsigned char gap24[786432];
                float contract55[4][64][768];    /* calls 270 to 273 */
                float contract59[4][12][64][64]; /* calls 276 to 278 */
                unsigned char gap27[786432];
                float contract62[4][64][768];    /* calls 291 to 294 */
                float contract66[4][12][64][64]; /* calls 297 to 299 */
                unsigned char gap30[786432];
                float contract69[4][64][768];    /* calls 312 to 315 */
                float contract73[4][12][64][64]; /* calls 318 to 320 */
                unsigned char gap33[8650752];
                float contract77[4][64][12][64]; /* calls 344 to 346 */
                float add11[4][64][768];         /* calls 335 to 407 */
            };
            struct {
                float where4[4][12][64][64]; /* calls 32 to 33 */
                unsigned char gap4[1572864];
                float concat3[4][64][2304];      /* calls 155 to 348 */
                float contract17[4][64][768];    /* calls 170 to 172 */
                float contract23[4][64][12][64]; /* calls 369 to 370 */
                unsigned char gap13[786432];
                float contract28[4][64][768]; /* calls 191 to 193 */
                unsigned char gap16[1572864];
                float contract35[4][64][768]; /* calls 212 to 214 */
                unsigned char gap19[1572864];
                float contract42[4][64][768]; /* calls 233 to 235 */
                unsigned char gap22[1572864];
                float contract49[4][64][768]; /* calls 254 to 256 */
                unsigned char gap25[1572864];
                float contract56[4][64][768]; /* calls 275 to 277 */
                unsigned char gap28[1572864];
                float contract63[4][64][768]; /* calls 296 to 298 */
                unsigned char gap31[1572864];
                float contract70[4][64][768]; /* calls 317 to 319 */
                unsigned char gap34[9437184];
                float contract78[4][64][768]; /* calls 347 to 352 */
            };
            struct {
                float where5[4][12][64][64]; /* calls 41 to 42 */
                unsigned char gap5[1572864];
                float contract8[4][64][768];     /* calls 356 to 361 */
                float contract13[4][12][64][64]; /* calls 365 to 367 */
                unsigned char gap10[786432];
                float concat5[4][64][2304];  /* calls 176 to 354 */
                float concat6[4][64][2304];  /* calls 197 to 357 */
                float concat7[4][64][2304];  /* calls 218 to 372 */
                float concat8[4][64][2304];  /* calls 239 to 377 */
                float concat9[4][64][2304];  /* calls 260 to 379 */
                float concat10[4][64][2304]; /* calls 281 to 380 */
                float concat11[4][64][2304]; /* calls 302 to 381 */
                float concat12[4][64][2304]; /* calls 323 to 382 */
            };
            struct {
                float where6[4][12][64][64]; /* calls 50 to 51 */
                unsigned char gap6[1572864];
                float contract9[4][64][768]; /* calls 362 to 366 */
                unsigned char gap11[1572864];
                float contract18[4][64][12][64]; /* calls 368 to 370 */
            };
            struct {
                float where7[4][12][64][64]; /* calls 59 to 60 */
                unsigned char gap7[1572864];
                float concat4[4][64][2304];   /* calls 370 to 384 */
                float contract19[4][64][768]; /* calls 371 to 376 */
            };
        } step;
        union Gpt2124mEval {
            float mul12[4][64][3072];   /* calls 107 to 108 */
            float logits[4][64][50257]; /* calls 110 to 111 */
            struct {
                float add[4][64][2304];   /* calls 2 to 5 */
                float add13[4][64][768];  /* calls 1 to 2 */
                float div[4][12][64][64]; /* calls 4 to 5 */
                float add26[4][64][768];  /* calls 7 to 8 */
                unsigned char gap46[46744576];
                float x[4][64][768]; /* calls 109 to 110 */
                unsigned char gap48[50676736];
                float sum[4][64]; /* calls 111 to 112 */
            };
            struct {
                float mul[4][64][3072];    /* calls 8 to 9 */
                float add25[4][64][768];   /* calls 6 to 109 */
                float div2[4][12][64][64]; /* calls 13 to 14 */
                unsigned char gap47[46744576];
                float sub[4][64][50257]; /* calls 111 to 112 */
            };
            struct {
                float add2[4][64][2304];    /* calls 11 to 14 */
                float where[4][12][64][64]; /* calls 3 to 4 */
                unsigned char gap25[786432];
                float add27[4][64][768]; /* calls 16 to 17 */
            };
            struct {
                float mul2[4][64][3072]; /* calls 17 to 18 */
                unsigned char gap26[786432];
                float div3[4][12][64][64]; /* calls 22 to 23 */
            };
            struct {
                float add3[4][64][2304];       /* calls 20 to 23 */
                float contract[4][64][12][64]; /* calls 5 to 6 */
                unsigned char gap27[786432];
                float add28[4][64][768]; /* calls 25 to 26 */
            };
            struct {
                float mul3[4][64][3072]; /* calls 26 to 27 */
                unsigned char gap28[786432];
                float div4[4][12][64][64]; /* calls 31 to 32 */
            };
            struct {
                float add4[4][64][2304]; /* calls 29 to 32 */
                float add14[4][64][768]; /* calls 10 to 11 */
                unsigned char gap29[786432];
                float add29[4][64][768]; /* calls 34 to 35 */
            };
            struct {
                float mul4[4][64][3072]; /* calls 35 to 36 */
                unsigned char gap30[786432];
                float div5[4][12][64][64]; /* calls 40 to 41 */
            };
            struct {
                float add5[4][64][2304];     /* calls 38 to 41 */
                float where2[4][12][64][64]; /* calls 12 to 13 */
                unsigned char gap31[786432];
                float add30[4][64][768]; /* calls 43 to 44 */
            };
            struct {
                float mul5[4][64][3072]; /* calls 44 to 45 */
                unsigned char gap32[786432];
                float div6[4][12][64][64]; /* calls 49 to 50 */
            };
            struct {
                float add6[4][64][2304];        /* calls 47 to 50 */
                float contract2[4][64][12][64]; /* calls 14 to 15 */
                unsigned char gap33[786432];
                float add31[4][64][768]; /* calls 52 to 53 */
            };
            struct {
                float mul6[4][64][3072]; /* calls 53 to 54 */
                unsigned char gap34[786432];
                float div7[4][12][64][64]; /* calls 58 to 59 */
            };
            struct {
                float add7[4][64][2304]; /* calls 56 to 59 */
                float add15[4][64][768]; /* calls 19 to 20 */
                unsigned char gap35[786432];
                float add32[4][64][768]; /* calls 61 to 62 */
            };
            struct {
                float mul7[4][64][3072]; /* calls 62 to 63 */
                unsigned char gap36[786432];
                float div8[4][12][64][64]; /* calls 67 to 68 */
            };
            struct {
                float add8[4][64][2304];     /* calls 65 to 68 */
                float where3[4][12][64][64]; /* calls 21 to 22 */
                unsigned char gap37[786432];
                float add33[4][64][768]; /* calls 70 to 71 */
            };
            struct {
                float mul8[4][64][3072]; /* calls 71 to 72 */
                unsigned char gap38[786432];
                float div9[4][12][64][64]; /* calls 76 to 77 */
            };
            struct {
                float add9[4][64][2304];        /* calls 74 to 77 */
                float contract3[4][64][12][64]; /* calls 23 to 24 */
                unsigned char gap39[786432];
                float add34[4][64][768]; /* calls 79 to 80 */
            };
            struct {
                float mul9[4][64][3072]; /* calls 80 to 81 */
                unsigned char gap40[786432];
                float div10[4][12][64][64]; /* calls 85 to 86 */
            };
            struct {
                float add10[4][64][2304]; /* calls 83 to 86 */
                float add16[4][64][768];  /* calls 28 to 29 */
                unsigned char gap41[786432];
                float add35[4][64][768]; /* calls 88 to 89 */
            };
            struct {
                float mul10[4][64][3072]; /* calls 89 to 90 */
                unsigned char gap42[786432];
                float div11[4][12][64][64]; /* calls 94 to 95 */
            };
            struct {
                float add11[4][64][2304];    /* calls 92 to 95 */
                float where4[4][12][64][64]; /* calls 30 to 31 */
                unsigned char gap43[786432];
                float add36[4][64][768]; /* calls 97 to 98 */
            };
            struct {
                float mul11[4][64][3072]; /* calls 98 to 99 */
                unsigned char gap44[786432];
                float div12[4][12][64][64]; /* calls 103 to 104 */
            };
            struct {
                float add12[4][64][2304];       /* calls 101 to 104 */
                float contract4[4][64][12][64]; /* calls 32 to 33 */
                unsigned char gap45[786432];
                float add37[4][64][768]; /* calls 106 to 107 */
            };
            struct {
                unsigned char gap1[2359296];
                float add17[4][64][768]; /* calls 37 to 38 */
            };
            struct {
                unsigned char gap2[2359296];
                float where5[4][12][64][64]; /* calls 39 to 40 */
            };
            struct {
                unsigned char gap3[2359296];
                float contract5[4][64][12][64]; /* calls 41 to 42 */
            };
            struct {
                unsigned char gap4[2359296];
                float add18[4][64][768]; /* calls 46 to 47 */
            };
            struct {
                unsigned char gap5[2359296];
                float where6[4][12][64][64]; /* calls 48 to 49 */
            };
            struct {
                unsigned char gap6[2359296];
                float contract6[4][64][12][64]; /* calls 50 to 51 */
            };
            struct {
                unsigned char gap7[2359296];
                float add19[4][64][768]; /* calls 55 to 56 */
            };
            struct {
                unsigned char gap8[2359296];
                float where7[4][12][64][64]; /* calls 57 to 58 */
            };
            struct {
                unsigned char gap9[2359296];
                float contract7[4][64][12][64]; /* calls 59 to 60 */
            };
            struct {
                unsigned char gap10[2359296];
                float add20[4][64][768]; /* calls 64 to 65 */
            };
            struct {
                unsigned char gap11[2359296];
                float where8[4][12][64][64]; /* calls 66 to 67 */
            };
            struct {
                unsigned char gap12[2359296];
                float contract8[4][64][12][64]; /* calls 68 to 69 */
            };
            struct {
                unsigned char gap13[2359296];
                float add21[4][64][768]; /* calls 73 to 74 */
            };
            struct {
                unsigned char gap14[2359296];
                float where9[4][12][64][64]; /* calls 75 to 76 */
            };
            struct {
                unsigned char gap15[2359296];
                float contract9[4][64][12][64]; /* calls 77 to 78 */
            };
            struct {
                unsigned char gap16[2359296];
                float add22[4][64][768]; /* calls 82 to 83 */
            };
            struct {
                unsigned char gap17[2359296];
                float where10[4][12][64][64]; /* calls 84 to 85 */
            };
            struct {
                unsigned char gap18[2359296];
                float contract10[4][64][12][64]; /* calls 86 to 87 */
            };
            struct {
                unsigned char gap19[2359296];
                float add23[4][64][768]; /* calls 91 to 92 */
            };
            struct {
                unsigned char gap20[2359296];
                float where11[4][12][64][64]; /* calls 93 to 94 */
            };
            struct {
                unsigned char gap21[2359296];
                float contract11[4][64][12][64]; /* calls 95 to 96 */
            };
            struct {
                unsigned char gap22[2359296];
                float add24[4][64][768]; /* calls 100 to 101 */
            };
            struct {
                unsigned char gap23[2359296];
                float where12[4][12][64][64]; /* calls 102 to 103 */
            };
            struct {
                unsigned char gap24[2359296];
                float contract12[4][64][12][64]; /* calls 104 to 105 */
            };
        } eval;
        union Gpt2124mEvalOne {
            float mul7[1][64][3072];    /* calls 62 to 63 */
            float mul8[1][64][3072];    /* calls 71 to 72 */
            float mul9[1][64][3072];    /* calls 80 to 81 */
            float mul10[1][64][3072];   /* calls 89 to 90 */
            float mul11[1][64][3072];   /* calls 98 to 99 */
            float mul12[1][64][3072];   /* calls 107 to 108 */
            float logits[1][64][50257]; /* calls 110 to 111 */
            struct {
                float sub[1][64][768]; /* call 1 */
                float div49[1][64];    /* call 1 */
                float div50[1][64];    /* call 1 */
                unsigned char gap1[392704];
                float add13[1][64][768];    /* calls 1 to 2 */
                float exp[1][12][64][64];   /* call 4 */
                float div51[1][12][64][64]; /* calls 4 to 5 */
                float max[1][12][64];       /* call 4 */
                float sum[1][12][64];       /* call 4 */
                unsigned char gap47[190464];
                float max2[1][12][64]; /* call 13 */
                float sum2[1][12][64]; /* call 13 */
                unsigned char gap48[11483392];
                float x[1][64][768]; /* calls 109 to 110 */
                unsigned char gap50[12669184];
                float max13[1][64]; /* call 111 */
                float sum13[1][64]; /* calls 111 to 112 */
            };
            struct {
                float add[1][64][2304];     /* calls 2 to 5 */
                float where[1][12][64][64]; /* calls 3 to 4 */
                float add25[1][64][768];    /* calls 6 to 109 */
                float add26[1][64][768];    /* calls 7 to 8 */
                float div52[1][12][64][64]; /* calls 13 to 14 */
                float max3[1][12][64];      /* call 22 */
                float sum3[1][12][64];      /* call 22 */
                unsigned char gap49[11483392];
                float sub2[1][64][50257]; /* calls 111 to 112 */
            };
            struct {
                float div[1][64];   /* call 7 */
                float div25[1][64]; /* call 7 */
                unsigned char gap2[589312];
                float contract[1][64][12][64]; /* calls 5 to 6 */
                unsigned char gap25[196608];
                float exp2[1][12][64][64];  /* call 13 */
                float div53[1][12][64][64]; /* calls 22 to 23 */
                float max4[1][12][64];      /* call 31 */
                float sum4[1][12][64];      /* call 31 */
            };
            struct {
                float mul[1][64][3072]; /* calls 8 to 9 */
                unsigned char gap26[196608];
                float add27[1][64][768];    /* calls 16 to 17 */
                float div54[1][12][64][64]; /* calls 31 to 32 */
                float max5[1][12][64];      /* call 40 */
                float sum5[1][12][64];      /* call 40 */
            };
            struct {
                float div2[1][64];  /* call 10 */
                float div26[1][64]; /* call 10 */
                unsigned char gap3[589312];
                float add14[1][64][768]; /* calls 10 to 11 */
                unsigned char gap27[196608];
                float exp3[1][12][64][64];  /* call 22 */
                float div55[1][12][64][64]; /* calls 40 to 41 */
                float max6[1][12][64];      /* call 49 */
                float sum6[1][12][64];      /* call 49 */
            };
            struct {
                float add2[1][64][2304];     /* calls 11 to 14 */
                float where2[1][12][64][64]; /* calls 12 to 13 */
                unsigned char gap28[196608];
                float add28[1][64][768];    /* calls 25 to 26 */
                float div56[1][12][64][64]; /* calls 49 to 50 */
                float max7[1][12][64];      /* call 58 */
                float sum7[1][12][64];      /* call 58 */
            };
            struct {
                float div3[1][64];  /* call 16 */
                float div27[1][64]; /* call 16 */
                unsigned char gap4[589312];
                float contract2[1][64][12][64]; /* calls 14 to 15 */
                unsigned char gap29[196608];
                float exp4[1][12][64][64];  /* call 31 */
                float div57[1][12][64][64]; /* calls 58 to 59 */
                float max8[1][12][64];      /* call 67 */
                float sum8[1][12][64];      /* call 67 */
            };
            struct {
                float mul2[1][64][3072]; /* calls 17 to 18 */
                unsigned char gap30[196608];
                float add29[1][64][768];    /* calls 34 to 35 */
                float div58[1][12][64][64]; /* calls 67 to 68 */
                float max9[1][12][64];      /* call 76 */
                float sum9[1][12][64];      /* call 76 */
            };
            struct {
                float div4[1][64];  /* call 19 */
                float div28[1][64]; /* call 19 */
                unsigned char gap5[589312];
                float add15[1][64][768]; /* calls 19 to 20 */
                unsigned char gap31[196608];
                float exp5[1][12][64][64];  /* call 40 */
                float div59[1][12][64][64]; /* calls 76 to 77 */
                float max10[1][12][64];     /* call 85 */
                float sum10[1][12][64];     /* call 85 */
            };
            struct {
                float add3[1][64][2304];     /* calls 20 to 23 */
                float where3[1][12][64][64]; /* calls 21 to 22 */
                unsigned char gap32[196608];
                float add30[1][64][768];    /* calls 43 to 44 */
                float div60[1][12][64][64]; /* calls 85 to 86 */
                float max11[1][12][64];     /* call 94 */
                float sum11[1][12][64];     /* call 94 */
            };
            struct {
                float div5[1][64];  /* call 25 */
                float div29[1][64]; /* call 25 */
                unsigned char gap6[589312];
                float contract3[1][64][12][64]; /* calls 23 to 24 */
                unsigned char gap33[196608];
                float exp6[1][12][64][64];  /* call 49 */
                float div61[1][12][64][64]; /* calls 94 to 95 */
                float max12[1][12][64];     /* call 103 */
                float sum12[1][12][64];     /* call 103 */
            };
            struct {
                float mul3[1][64][3072]; /* calls 26 to 27 */
                unsigned char gap34[196608];
                float add31[1][64][768];    /* calls 52 to 53 */
                float div62[1][12][64][64]; /* calls 103 to 104 */
            };
            struct {
                float div6[1][64];  /* call 28 */
                float div30[1][64]; /* call 28 */
                unsigned char gap7[589312];
                float add16[1][64][768]; /* calls 28 to 29 */
                unsigned char gap35[196608];
                float exp7[1][12][64][64]; /* call 58 */
            };
            struct {
                float add4[1][64][2304];     /* calls 29 to 32 */
                float where4[1][12][64][64]; /* calls 30 to 31 */
                unsigned char gap36[196608];
                float add32[1][64][768]; /* calls 61 to 62 */
            };
            struct {
                float div7[1][64];  /* call 34 */
                float div31[1][64]; /* call 34 */
                unsigned char gap8[589312];
                float contract4[1][64][12][64]; /* calls 32 to 33 */
                unsigned char gap37[196608];
                float exp8[1][12][64][64]; /* call 67 */
            };
            struct {
                float mul4[1][64][3072]; /* calls 35 to 36 */
                unsigned char gap38[196608];
                float add33[1][64][768]; /* calls 70 to 71 */
            };
            struct {
                float div8[1][64];  /* call 37 */
                float div32[1][64]; /* call 37 */
                unsigned char gap9[589312];
                float add17[1][64][768]; /* calls 37 to 38 */
                unsigned char gap39[196608];
                float exp9[1][12][64][64]; /* call 76 */
            };
            struct {
                float add5[1][64][2304];     /* calls 38 to 41 */
                float where5[1][12][64][64]; /* calls 39 to 40 */
                unsigned char gap40[196608];
                float add34[1][64][768]; /* calls 79 to 80 */
            };
            struct {
                float div9[1][64];  /* call 43 */
                float div33[1][64]; /* call 43 */
                unsigned char gap10[589312];
                float contract5[1][64][12][64]; /* calls 41 to 42 */
                unsigned char gap41[196608];
                float exp10[1][12][64][64]; /* call 85 */
            };
            struct {
                float mul5[1][64][3072]; /* calls 44 to 45 */
                unsigned char gap42[196608];
                float add35[1][64][768]; /* calls 88 to 89 */
            };
            struct {
                float div10[1][64]; /* call 46 */
                float div34[1][64]; /* call 46 */
                unsigned char gap11[589312];
                float add18[1][64][768]; /* calls 46 to 47 */
                unsigned char gap43[196608];
                float exp11[1][12][64][64]; /* call 94 */
            };
            struct {
                float add6[1][64][2304];     /* calls 47 to 50 */
                float where6[1][12][64][64]; /* calls 48 to 49 */
                unsigned char gap44[196608];
                float add36[1][64][768]; /* calls 97 to 98 */
            };
            struct {
                float div11[1][64]; /* call 52 */
                float div35[1][64]; /* call 52 */
                unsigned char gap12[589312];
                float contract6[1][64][12][64]; /* calls 50 to 51 */
                unsigned char gap45[196608];
                float exp12[1][12][64][64]; /* call 103 */
            };
            struct {
                float mul6[1][64][3072]; /* calls 53 to 54 */
                unsigned char gap46[196608];
                float add37[1][64][768]; /* calls 106 to 107 */
            };
            struct {
                float div12[1][64]; /* call 55 */
                float div36[1][64]; /* call 55 */
                unsigned char gap13[589312];
                float add19[1][64][768]; /* calls 55 to 56 */
            };
            struct {
                float add7[1][64][2304];     /* calls 56 to 59 */
                float where7[1][12][64][64]; /* calls 57 to 58 */
            };
            struct {
                float div13[1][64]; /* call 61 */
                float div37[1][64]; /* call 61 */
                unsigned char gap14[589312];
                float contract7[1][64][12][64]; /* calls 59 to 60 */
            };
            struct {
                float div14[1][64]; /* call 64 */
                float div38[1][64]; /* call 64 */
                unsigned char gap15[589312];
                float add20[1][64][768]; /* calls 64 to 65 */
            };
            struct {
                float add8[1][64][2304];     /* calls 65 to 68 */
                float where8[1][12][64][64]; /* calls 66 to 67 */
            };
            struct {
                float div15[1][64]; /* call 70 */
                float div39[1][64]; /* call 70 */
                unsigned char gap16[589312];
                float contract8[1][64][12][64]; /* calls 68 to 69 */
            };
            struct {
                float div16[1][64]; /* call 73 */
                float div40[1][64]; /* call 73 */
                unsigned char gap17[589312];
                float add21[1][64][768]; /* calls 73 to 74 */
            };
            struct {
                float add9[1][64][2304];     /* calls 74 to 77 */
                float where9[1][12][64][64]; /* calls 75 to 76 */
            };
            struct {
                float div17[1][64]; /* call 79 */
                float div41[1][64]; /* call 79 */
                unsigned char gap18[589312];
                float contract9[1][64][12][64]; /* calls 77 to 78 */
            };
            struct {
                float div18[1][64]; /* call 82 */
                float div42[1][64]; /* call 82 */
                unsigned char gap19[589312];
                float add22[1][64][768]; /* calls 82 to 83 */
            };
            struct {
                float add10[1][64][2304];     /* calls 83 to 86 */
                float where10[1][12][64][64]; /* calls 84 to 85 */
            };
            struct {
                float div19[1][64]; /* call 88 */
                float div43[1][64]; /* call 88 */
                unsigned char gap20[589312];
                float contract10[1][64][12][64]; /* calls 86 to 87 */
            };
            struct {
                float div20[1][64]; /* call 91 */
                float div44[1][64]; /* call 91 */
                unsigned char gap21[589312];
                float add23[1][64][768]; /* calls 91 to 92 */
            };
            struct {
                float add11[1][64][2304];     /* calls 92 to 95 */
                float where11[1][12][64][64]; /* calls 93 to 94 */
            };
            struct {
                float div21[1][64]; /* call 97 */
                float div45[1][64]; /* call 97 */
                unsigned char gap22[589312];
                float contract11[1][64][12][64]; /* calls 95 to 96 */
            };
            struct {
                float div22[1][64]; /* call 100 */
                float div46[1][64]; /* call 100 */
                unsigned char gap23[589312];
                float add24[1][64][768]; /* calls 100 to 101 */
            };
            struct {
                float add12[1][64][2304];     /* calls 101 to 104 */
                float where12[1][12][64][64]; /* calls 102 to 103 */
            };
            struct {
                float div23[1][64]; /* call 106 */
                float div47[1][64]; /* call 106 */
                unsigned char gap24[589312];
                float contract12[1][64][12][64]; /* calls 104 to 105 */
            };
            struct {
                float div24[1][64]; /* call 109 */
                float div48[1][64]; /* call 109 */
            };
        } eval_one;
        union Gpt2124mLogits {
            float mul7[1][64][3072];  /* calls 62 to 63 */
            float mul8[1][64][3072];  /* calls 71 to 72 */
            float mul9[1][64][3072];  /* calls 80 to 81 */
            float mul10[1][64][3072]; /* calls 89 to 90 */
            float mul11[1][64][3072]; /* calls 98 to 99 */
            float mul12[1][64][3072]; /* calls 107 to 108 */
            float x[1][64][768];      /* calls 109 to 110 */
            struct {
                float sub[1][64][768]; /* call 1 */
                float div47[1][64];    /* call 1 */
                float div49[1][64];    /* call 1 */
                unsigned char gap2[392704];
                float add13[1][64][768];    /* calls 1 to 2 */
                float exp[1][12][64][64];   /* call 4 */
                float div51[1][12][64][64]; /* calls 4 to 5 */
                float max[1][12][64];       /* call 4 */
                float sum[1][12][64];       /* call 4 */
                unsigned char gap48[190464];
                float max2[1][12][64]; /* call 13 */
                float sum2[1][12][64]; /* call 13 */
            };
            struct {
                float add[1][64][2304];     /* calls 2 to 5 */
                float where[1][12][64][64]; /* calls 3 to 4 */
                float add25[1][64][768];    /* calls 6 to 109 */
                float add26[1][64][768];    /* calls 7 to 8 */
                float div52[1][12][64][64]; /* calls 13 to 14 */
                float max3[1][12][64];      /* call 22 */
                float sum3[1][12][64];      /* call 22 */
            };
            struct {
                float div[1][64];   /* call 7 */
                float div24[1][64]; /* call 7 */
                unsigned char gap1[196096];
                float div48[1][64]; /* call 109 */
                float div50[1][64]; /* call 109 */
                unsigned char gap3[392704];
                float contract[1][64][12][64]; /* calls 5 to 6 */
                unsigned char gap26[196608];
                float exp2[1][12][64][64];  /* call 13 */
                float div53[1][12][64][64]; /* calls 22 to 23 */
                float max4[1][12][64];      /* call 31 */
                float sum4[1][12][64];      /* call 31 */
            };
            struct {
                float mul[1][64][3072]; /* calls 8 to 9 */
                unsigned char gap27[196608];
                float add27[1][64][768];    /* calls 16 to 17 */
                float div54[1][12][64][64]; /* calls 31 to 32 */
                float max5[1][12][64];      /* call 40 */
                float sum5[1][12][64];      /* call 40 */
            };
            struct {
                float div2[1][64];  /* call 10 */
                float div25[1][64]; /* call 10 */
                unsigned char gap4[589312];
                float add14[1][64][768]; /* calls 10 to 11 */
                unsigned char gap28[196608];
                float exp3[1][12][64][64];  /* call 22 */
                float div55[1][12][64][64]; /* calls 40 to 41 */
                float max6[1][12][64];      /* call 49 */
                float sum6[1][12][64];      /* call 49 */
            };
            struct {
                float add2[1][64][2304];     /* calls 11 to 14 */
                float where2[1][12][64][64]; /* calls 12 to 13 */
                unsigned char gap29[196608];
                float add28[1][64][768];    /* calls 25 to 26 */
                float div56[1][12][64][64]; /* calls 49 to 50 */
                float max7[1][12][64];      /* call 58 */
                float sum7[1][12][64];      /* call 58 */
            };
            struct {
                float div3[1][64];  /* call 16 */
                float div26[1][64]; /* call 16 */
                unsigned char gap5[589312];
                float contract2[1][64][12][64]; /* calls 14 to 15 */
                unsigned char gap30[196608];
                float exp4[1][12][64][64];  /* call 31 */
                float div57[1][12][64][64]; /* calls 58 to 59 */
                float max8[1][12][64];      /* call 67 */
                float sum8[1][12][64];      /* call 67 */
            };
            struct {
                float mul2[1][64][3072]; /* calls 17 to 18 */
                unsigned char gap31[196608];
                float add29[1][64][768];    /* calls 34 to 35 */
                float div58[1][12][64][64]; /* calls 67 to 68 */
                float max9[1][12][64];      /* call 76 */
                float sum9[1][12][64];      /* call 76 */
            };
            struct {
                float div4[1][64];  /* call 19 */
                float div27[1][64]; /* call 19 */
                unsigned char gap6[589312];
                float add15[1][64][768]; /* calls 19 to 20 */
                unsigned char gap32[196608];
                float exp5[1][12][64][64];  /* call 40 */
                float div59[1][12][64][64]; /* calls 76 to 77 */
                float max10[1][12][64];     /* call 85 */
                float sum10[1][12][64];     /* call 85 */
            };
            struct {
                float add3[1][64][2304];     /* calls 20 to 23 */
                float where3[1][12][64][64]; /* calls 21 to 22 */
                unsigned char gap33[196608];
                float add30[1][64][768];    /* calls 43 to 44 */
                float div60[1][12][64][64]; /* calls 85 to 86 */
                float max11[1][12][64];     /* call 94 */
                float sum11[1][12][64];     /* call 94 */
            };
            struct {
                float div5[1][64];  /* call 25 */
                float div28[1][64]; /* call 25 */
                unsigned char gap7[589312];
                float contract3[1][64][12][64]; /* calls 23 to 24 */
                unsigned char gap34[196608];
                float exp6[1][12][64][64];  /* call 49 */
                float div61[1][12][64][64]; /* calls 94 to 95 */
                float max12[1][12][64];     /* call 103 */
                float sum12[1][12][64];     /* call 103 */
            };
            struct {
                float mul3[1][64][3072]; /* calls 26 to 27 */
                unsigned char gap35[196608];
                float add31[1][64][768];    /* calls 52 to 53 */
                float div62[1][12][64][64]; /* calls 103 to 104 */
            };
            struct {
                float div6[1][64];  /* call 28 */
                float div29[1][64]; /* call 28 */
                unsigned char gap8[589312];
                float add16[1][64][768]; /* calls 28 to 29 */
                unsigned char gap36[196608];
                float exp7[1][12][64][64]; /* call 58 */
            };
            struct {
                float add4[1][64][2304];     /* calls 29 to 32 */
                float where4[1][12][64][64]; /* calls 30 to 31 */
                unsigned char gap37[196608];
                float add32[1][64][768]; /* calls 61 to 62 */
            };
            struct {
                float div7[1][64];  /* call 34 */
                float div30[1][64]; /* call 34 */
                unsigned char gap9[589312];
                float contract4[1][64][12][64]; /* calls 32 to 33 */
                unsigned char gap38[196608];
                float exp8[1][12][64][64]; /* call 67 */
            };
            struct {
                float mul4[1][64][3072]; /* calls 35 to 36 */
                unsigned char gap39[196608];
                float add33[1][64][768]; /* calls 70 to 71 */
            };
            struct {
                float div8[1][64];  /* call 37 */
                float div31[1][64]; /* call 37 */
                unsigned char gap10[589312];
                float add17[1][64][768]; /* calls 37 to 38 */
                unsigned char gap40[196608];
                float exp9[1][12][64][64]; /* call 76 */
            };
            struct {
                float add5[1][64][2304];     /* calls 38 to 41 */
                float where5[1][12][64][64]; /* calls 39 to 40 */
                unsigned char gap41[196608];
                float add34[1][64][768]; /* calls 79 to 80 */
            };
            struct {
                float div9[1][64];  /* call 43 */
                float div32[1][64]; /* call 43 */
                unsigned char gap11[589312];
                float contract5[1][64][12][64]; /* calls 41 to 42 */
                unsigned char gap42[196608];
                float exp10[1][12][64][64]; /* call 85 */
            };
            struct {
                float mul5[1][64][3072]; /* calls 44 to 45 */
                unsigned char gap43[196608];
                float add35[1][64][768]; /* calls 88 to 89 */
            };
            struct {
                float div10[1][64]; /* call 46 */
                float div33[1][64]; /* call 46 */
                unsigned char gap12[589312];
                float add18[1][64][768]; /* calls 46 to 47 */
                unsigned char gap44[196608];
                float exp11[1][12][64][64]; /* call 94 */
            };
            struct {
                float add6[1][64][2304];     /* calls 47 to 50 */
                float where6[1][12][64][64]; /* calls 48 to 49 */
                unsigned char gap45[196608];
                float add36[1][64][768]; /* calls 97 to 98 */
            };
            struct {
                float div11[1][64]; /* call 52 */
                float div34[1][64]; /* call 52 */
                unsigned char gap13[589312];
                float contract6[1][64][12][64]; /* calls 50 to 51 */
                unsigned char gap46[196608];
                float exp12[1][12][64][64]; /* call 103 */
            };
            struct {
                float mul6[1][64][3072]; /* calls 53 to 54 */
                unsigned char gap47[196608];
                float add37[1][64][768]; /* calls 106 to 107 */
            };
            struct {
                float div12[1][64]; /* call 55 */
                float div35[1][64]; /* call 55 */
                unsigned char gap14[589312];
                float add19[1][64][768]; /* calls 55 to 56 */
            };
            struct {
                float add7[1][64][2304];     /* calls 56 to 59 */
                float where7[1][12][64][64]; /* calls 57 to 58 */
            };
            struct {
                float div13[1][64]; /* call 61 */
                float div36[1][64]; /* call 61 */
                unsigned char gap15[589312];
                float contract7[1][64][12][64]; /* calls 59 to 60 */
            };
            struct {
                float div14[1][64]; /* call 64 */
                float div37[1][64]; /* call 64 */
                unsigned char gap16[589312];
                float add20[1][64][768]; /* calls 64 to 65 */
            };
            struct {
                float add8[1][64][2304];     /* calls 65 to 68 */
                float where8[1][12][64][64]; /* calls 66 to 67 */
            };
            struct {
                float div15[1][64]; /* call 70 */
                float div38[1][64]; /* call 70 */
                unsigned char gap17[589312];
                float contract8[1][64][12][64]; /* calls 68 to 69 */
            };
            struct {
                float div16[1][64]; /* call 73 */
                float div39[1][64]; /* call 73 */
                unsigned char gap18[589312];
                float add21[1][64][768]; /* calls 73 to 74 */
            };
            struct {
                float add9[1][64][2304];     /* calls 74 to 77 */
                float where9[1][12][64][64]; /* calls 75 to 76 */
            };
            struct {
                float div17[1][64]; /* call 79 */
                float div40[1][64]; /* call 79 */
                unsigned char gap19[589312];
                float contract9[1][64][12][64]; /* calls 77 to 78 */
            };
            struct {
                float div18[1][64]; /* call 82 */
                float div41[1][64]; /* call 82 */
                unsigned char gap20[589312];
                float add22[1][64][768]; /* calls 82 to 83 */
            };
            struct {
                float add10[1][64][2304];     /* calls 83 to 86 */
                float where10[1][12][64][64]; /* calls 84 to 85 */
            };
            struct {
                float div19[1][64]; /* call 88 */
                float div42[1][64]; /* call 88 */
                unsigned char gap21[589312];
                float contract10[1][64][12][64]; /* calls 86 to 87 */
            };
            struct {
                float div20[1][64]; /* call 91 */
                float div43[1][64]; /* call 91 */
                unsigned char gap22[589312];
                float add23[1][64][768]; /* calls 91 to 92 */
            };
            struct {
                float add11[1][64][2304];     /* calls 92 to 95 */
                float where11[1][12][64][64]; /* calls 93 to 94 */
            };
            struct {
                float div21[1][64]; /* call 97 */
                float div44[1][64]; /* call 97 */
                unsigned char gap23[589312];
                float contract11[1][64][12][64]; /* calls 95 to 96 */
            };
            struct {
                float div22[1][64]; /* call 100 */
                float div45[1][64]; /* call 100 */
                unsigned char gap24[589312];
                float add24[1][64][768]; /* calls 100 to 101 */
            };
            struct {
                float add12[1][64][2304];     /* calls 101 to 104 */
                float where12[1][12][64][64]; /* calls 102 to 103 */
            };
            struct {
                float div23[1][64]; /* call 106 */
                float div46[1][64]; /* call 106 */
                unsigned char gap25[589312];
                float contract12[1][64][12][64]; /* calls 104 to 105 */
            };
        } logits;
    } work;
} Gpt2124m;

/* Initial values of everything, drawn from the seed. */
void gpt2_124m_init(Gpt2124m *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float gpt2_124m_step(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64]);
/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64]);
/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval_one(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64]);
/* The function `logits`. */
void gpt2_124m_logits(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][50257]);
extern const MfTensor gpt2_124m_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Gpt2124m *)0)->work) == GPT2_124M_WORK_BYTES, "work");
_Static_assert(offsetof(Gpt2124m, layernorm25_bias) + sizeof(((Gpt2124m *)0)->layernorm25_bias) ==
               GPT2_124M_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  lr / (1 - pow(beta1, step + 1))                                gpt2_124m.lua:47 */
static void k1_div(float beta1, uint64_t step, float lr, float *restrict div)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *div = lr / (1.0f - t);
}

/* 2  sqrt(1 - pow(beta2, step + 1))                                 gpt2_124m.lua:47 */
static void k2_sqrt(float beta2, uint64_t step, float *restrict sqrt_)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *sqrt_ = sqrtf(1.0f - t);
}

/* 3  sum(gather(embedding1.weight, tokens) + slice(positions)) / 768
 *    gather(embedding1.weight, tokens) + slice(positions) - div13
 *    sqrt(sum(sub15 * sub15) / 768 + 1e-05)
 *    1 / sqrt22
 *    sub15 * div23 * layernorm1.weight + layernorm1.bias            gpt2_124m.lua:39 */
static void k3_add(const int32_t tokens[restrict 4][64],
                   const float embedding1_weight[restrict 50257][768],
                   const float positions[restrict 1024][768],
                   const float layernorm1_weight[restrict 768],
                   const float layernorm1_bias[restrict 768],
                   float sub[restrict 4][64][768], float sqrt_[restrict 4][64],
                   float div[restrict 4][64], float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            const float sum = mf_sum16f(lane);
            float div2;
            div2 = sum / 768.0f;
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[i][j][k] = x - div2;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[i][j][16 * k + l] * sub[i][j][16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div[i][j] = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = sub[i][j][k] * div[i][j] * layernorm1_weight[k];
                add[i][j][k] = t3 + layernorm1_bias[k];
            }
        }
}

/* 4  add31 multiheadattention1.qkv.weight + multiheadattention1...  gpt2_124m.lua:39 */
static void k4_add(const float add[restrict 4][64][768],
                   const float qkv_weight[restrict 768][2304],
                   const float qkv_bias[restrict 2304],
                   float add2[restrict 4][64][2304])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 36; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{768, 1, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &qkv_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    add2[i][k][64 * j + l] = acc[k][l] + qkv_bias[64 * j + l];
        }
}

/* 5  where(iota >= iota, reshape(slice(add36)) reshape(slice(ad...  gpt2_124m.lua:39 */
static void k5_where(const float add[restrict 4][64][2304],
                     float where[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 2304}};
            static const MfAxis columns[] = {{64, 2304}};
            static const MfTerm terms[] = {{64, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][64 * j],
                        &add[i][0][64 * j + 768], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    where[i][j][k][l] = k >= l ? acc[k][l] * 0.125f : -INFINITY;
        }
}

/* 6  max(where45)
 *    exp(where45 - max46)
 *    sum(exp49)
 *    exp49 / sum50                                                  gpt2_124m.lua:39 */
static void k6_div(const float where[restrict 4][12][64][64],
                   float exp[restrict 4][12][64][64], float sum[restrict 4][12][64],
                   float div[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++)
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

/* 7  div52 reshape(slice(add36))                                    gpt2_124m.lua:39 */
static void k7_contract(const float div[restrict 4][12][64][64],
                        const float add[restrict 4][64][2304],
                        float contract[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 1, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &add[i][0][64 * j + 1536], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 8  gather(embedding1.weight, tokens) + slice(positions) + (re...  gpt2_124m.lua:39 */
static void k8_add(const float contract[restrict 4][64][768],
                   const float out_weight[restrict 768][768],
                   const int32_t tokens[restrict 4][64],
                   const float embedding1_weight[restrict 50257][768],
                   const float positions[restrict 1024][768],
                   const float out_bias[restrict 768], float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{768, 1, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const int at = tokens[i][k];
                    const float t = embedding1_weight[at][64 * j + l];
                    const float x = t + positions[k][64 * j + l];
                    add[i][k][64 * j + l] = x + (acc[k][l] + out_bias[64 * j + l]);
                }
        }
}

/* 9  sum(add62) / 768
 *    sqrt(sum((add62 - div65) * (add62 - div65)) / 768 + 1e-05)
 *    1 / sqrt72
 *    (add62 - div65) * div73 * layernorm2.weight + layernorm2.bias  gpt2_124m.lua:39 */
static void k9_add(const float add[restrict 4][64][768],
                   const float layernorm2_weight[restrict 768],
                   const float layernorm2_bias[restrict 768], float div[restrict 4][64],
                   float sqrt_[restrict 4][64], float div2[restrict 4][64],
                   float add2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add[i][j][16 * k + l];
            const float sum = mf_sum16f(lane);
            div[i][j] = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - div[i][j];
                    lane2[l] += t * t;
                }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div2[i][j] = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = (add[i][j][k] - div[i][j]) * div2[i][j];
                add2[i][j][k] = t3 * layernorm2_weight[k] + layernorm2_bias[k];
            }
        }
}

/* 10  add81 linear1.weight + linear1.bias
 *     tanh(0.797885 * (add86 + 0.044715 * (add86 * add86 * add86)))
 *     0.5 * add86 * (1 + tanh96)                                    gpt2_124m.lua:39 */
static void k10_mul(const float add[restrict 4][64][768],
                    const float linear1_weight[restrict 768][3072],
                    const float linear1_bias[restrict 3072],
                    float add2[restrict 4][64][3072], float tanh[restrict 4][64][3072],
                    float mul[restrict 4][64][3072])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 48; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{768, 1, 3072}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &linear1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] + linear1_bias[64 * j + l];
                    add2[i][k][64 * j + l] = t;
                    const float t2 = 0.7978846f * (t + 0.044715f * (t * t * t));
                    const float t3 = mf_tanhf(t2);
                    tanh[i][k][64 * j + l] = t3;
                    mul[i][k][64 * j + l] = 0.5f * t * (1.0f + t3);
                }
        }
}

/* 11  x = add62 + (mul98 linear2.weight + linear2.bias)             gpt2_124m.lua:39 */
static void k11_x(const float mul[restrict 4][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float add[restrict 4][64][768],
                  const float linear2_bias[restrict 768], float x[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 3072}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{3072, 1, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &linear2_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] + linear2_bias[64 * j + l];
                    x[i][k][64 * j + l] = add[i][k][64 * j + l] + t;
                }
        }
}

/* 12  x + (reshape145 multiheadattention2.out.weight + ...          gpt2_124m.lua:39 */
static void k12_add(const float contract[restrict 4][64][768],
                    const float out_weight[restrict 768][768],
                    const float x[restrict 4][64][768],
                    const float out_bias[restrict 768], float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{768, 1, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] + out_bias[64 * j + l];
                    add[i][k][64 * j + l] = x[i][k][64 * j + l] + t;
                }
        }
}

/* 13  scatter(-0.00390625, target)                                  gpt2_124m.lua:43 */
static void k13_scatter(const int32_t target[restrict 4][64],
                        float scatter[restrict 4][64][50257])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 50257; k++)
                scatter[i][j][k] = 0.0f;
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            const int at = target[i][j];
            scatter[i][j][at] += -0.00390625f;
        }
}

/* 14  logits = x embedding1.weight'                                 gpt2_124m.lua:42 */
static void k14_logits(const float x[restrict 4][64][768],
                       const float embedding1_weight[restrict 50257][768],
                       float logits[restrict 4][64][50257])
{
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 785; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 768}};
            static const MfTerm terms[] = {{768, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &x[i][0][0],
                        &embedding1_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    logits[i][k][64 * j + l] = acc[k][l];
        }
        float acc[64][32];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{17, 768}};
        static const MfTerm terms[] = {{768, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &x[i][0][0],
                    &embedding1_weight[50240][0], acc[0], 32);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 17; k++)
                logits[i][j][k + 50240] = acc[j][k];
    }
}

/* 15  max(logits)
 *     logits - max1059
 *     exp(sub1061)
 *     sum(exp1062)
 *     0.00390625 / sum1063
 *     dlogits = scatter1091 + div1093 * exp1062                     gpt2_124m.lua:43 */
static void k15_dlogits(const float logits[restrict 4][64][50257],
                        float sub[restrict 4][64][50257],
                        float exp[restrict 4][64][50257], float sum[restrict 4][64],
                        float scatter[restrict 4][64][50257])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 3141; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(logits[i][j][16 * k + l], lane[l]);
            lane[0] = mf_maxf(logits[i][j][50256], lane[0]);
            const float top = mf_max16f(lane);
            float max;
            max = top;
            for (int k = 0; k < 50257; k++) {
                const float t = logits[i][j][k] - max;
                sub[i][j][k] = t;
                exp[i][j][k] = mf_expf(t);
            }
            float lane2[16] = {0};
            for (int k = 0; k < 3141; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += exp[i][j][16 * k + l];
            lane2[0] += exp[i][j][50256];
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
            float div;
            div = 0.00390625f / sum2;
            for (int k = 0; k < 50257; k++)
                scatter[i][j][k] = scatter[i][j][k] + div * exp[i][j][k];
        }
}

/* 16  loss = sum(log(sum1063) - gather(sub1061, target)) * 0.00...  gpt2_124m.lua:43 */
static void k16_loss(const int32_t target[restrict 4][64],
                     const float sum[restrict 4][64],
                     const float sub[restrict 4][64][50257], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                lane[k] += mf_logf(sum[i][16 * j + k]) - sub[i][16 * j + k][at];
            }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.00390625f;
}

/* 17  dx = dlogits embedding1.weight                                gpt2_124m.lua:42 */
static void k17_dx(const float dlogits[restrict 4][64][50257],
                   const float embedding1_weight[restrict 50257][768],
                   float dx[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 50257}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{50257, 1, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &dlogits[i][0][0],
                        &embedding1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dx[i][k][64 * j + l] = acc[k][l];
        }
}

/* 18  sum(dx * ... * (x - ...)) * div1049 / sqrt1048 * -0.5 / sqrt1048 / 768
 *     dx * layernorm25.weight * div1049 + div1108 * (x - div1041) + div1108 * ...
 *     sum(add1112) / 768
 *     dx = add1112 + -div1114                                       gpt2_124m.lua:41 */
static void k18_dx(const float dx[restrict 4][64][768],
                   const float layernorm25_weight[restrict 768],
                   const float x[restrict 4][64][768], const float div[restrict 4][64],
                   const float div2[restrict 4][64], const float sqrt_[restrict 4][64],
                   float dx2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = x[i][j][16 * k + l] - div[i][j];
                    const float t2 = layernorm25_weight[16 * k + l];
                    lane[l] += dx[i][j][16 * k + l] * t2 * t;
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div2[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            float div3;
            div3 = t3 / 768.0f;
            float add[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div3 * (x[i][j][k] - div[i][j]);
                add[k] = dx[i][j][k] * layernorm25_weight[k] * div2[i][j] + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            float div4;
            div4 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dx2[i][j][k] = add[k] + -div4;
        }
}

/* 19  dlayernorm25.weight = sum(dx * ((x - div1041) * div1049))     gpt2_124m.lua:41 */
static void k19_dlayernorm25_w(const float dx[restrict 4][64][768],
                               const float x[restrict 4][64][768],
                               const float div[restrict 4][64],
                               const float div2[restrict 4][64],
                               float dlayernorm25_weight[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = (x[j][k][64 * i + l] - div[j][k]) * div2[j][k];
                    acc[l] += dx[j][k][64 * i + l] * t;
                }
        for (int j = 0; j < 64; j++)
            dlayernorm25_weight[64 * i + j] = acc[j];
    }
}

/* 20  dlayernorm25.bias = sum(dx)                                   gpt2_124m.lua:41 */
static void k20_dlayernorm25_b(const float dx[restrict 4][64][768],
                               float dlayernorm25_bias[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += dx[j][k][64 * i + l];
        for (int j = 0; j < 64; j++)
            dlayernorm25_bias[64 * i + j] = acc[j];
    }
}

/* 21  dx linear24.weight' * (0.5 * add1024) * (1 - tanh1031 * t...  gpt2_124m.lua:39 */
static void k21_add(const float dx[restrict 4][64][768],
                    const float linear24_weight[restrict 3072][768],
                    const float tanh[restrict 4][64][3072],
                    float add[restrict 4][64][3072])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 48; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 768}};
            static const MfTerm terms[] = {{768, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &dx[i][0][0],
                        &linear24_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l];
                    const float t2 = tanh[i][k][64 * j + l] * tanh[i][k][64 * j + l];
                    const float t3 = t * (0.5f * add[i][k][64 * j + l]) * (1.0f - t2);
                    const float t4 = t3 * 0.7978846f;
                    const float t5 = t4 * 0.044715f * add[i][k][64 * j + l];
                    const float t6 = t5 * add[i][k][64 * j + l];
                    const float t7 = add[i][k][64 * j + l] * add[i][k][64 * j + l];
                    const float t8 = t * (1.0f + tanh[i][k][64 * j + l]) * 0.5f;
                    add[i][k][64 * j + l] = t4 + t4 * 0.044715f * t7 + t6 + t6 + t8;
                }
        }
}

/* 22  dlinear23.bias = sum(add1133)                                 gpt2_124m.lua:39 */
static void k22_dlinear23_bias(const float add[restrict 4][64][3072],
                               float dlinear23_bias[restrict 3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += add[j][k][64 * i + l];
        for (int j = 0; j < 64; j++)
            dlinear23_bias[64 * i + j] = acc[j];
    }
}

/* 23  add1133 linear23.weight'                                      gpt2_124m.lua:39 */
static void k23_contract(const float add[restrict 4][64][3072],
                         const float linear23_weight[restrict 768][3072],
                         float contract[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 3072}};
            static const MfAxis columns[] = {{64, 3072}};
            static const MfTerm terms[] = {{3072, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &linear23_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 24  sum(contract1134 * ... * (add1001 - ...)) * div1011 / sqrt1010 * -0.5 / ...
 *     contract1134 * layernorm24.weight * div1011 + div1143 * (add1001 - ...
 *     sum(add1147) / 768
 *     dx + add1147 + -div1150                                       gpt2_124m.lua:39 */
static void k24_add(const float contract[restrict 4][64][768],
                    const float layernorm24_weight[restrict 768],
                    const float add[restrict 4][64][768],
                    const float div[restrict 4][64], const float div2[restrict 4][64],
                    const float sqrt_[restrict 4][64],
                    const float dx[restrict 4][64][768],
                    float add2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - div[i][j];
                    const float t2 = layernorm24_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t2 * t;
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div2[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            float div3;
            div3 = t3 / 768.0f;
            float add3[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div3 * (add[i][j][k] - div[i][j]);
                const float t5 = contract[i][j][k] * layernorm24_weight[k];
                add3[k] = t5 * div2[i][j] + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add3[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            float div4;
            div4 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                add2[i][j][k] = dx[i][j][k] + add3[k] + -div4;
        }
}

/* 25  add1153 multiheadattention12.out.weight'                      gpt2_124m.lua:39 */
static void k25_contract(const float add[restrict 4][64][768],
                         const float out_weight[restrict 768][768],
                         float contract[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 768}};
            static const MfTerm terms[] = {{768, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &out_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 26  reshape1155 reshape(slice(add977))'                           gpt2_124m.lua:39 */
static void k26_contract(const float contract[restrict 4][64][12][64],
                         const float add[restrict 4][64][2304],
                         float contract2[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 2304}};
            static const MfTerm terms[] = {{64, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][j][0],
                        &add[i][0][64 * j + 1536], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract2[i][j][k][l] = acc[k][l];
        }
}

/* 27  div991' reshape1155                                           gpt2_124m.lua:39 */
static void k27_contract(const float div[restrict 4][12][64][64],
                         const float contract[restrict 4][64][12][64],
                         float contract2[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 64, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 28  -sum(contract1156 * div991 / sum989)
 *     where(iota >= iota, (contract1156 / sum989 + neg1161) * e...  gpt2_124m.lua:39 */
static void k28_mul(const float contract[restrict 4][12][64][64],
                    const float div[restrict 4][12][64][64],
                    const float sum[restrict 4][12][64],
                    float exp[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++)
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
                    exp[i][j][k][l] = (k >= l ? t * exp[i][j][k][l] : 0.0f) * 0.125f;
                }
            }
}

/* 29  mul1167 reshape(slice(add977))                                gpt2_124m.lua:39 */
static void k29_contract(const float mul[restrict 4][12][64][64],
                         const float add[restrict 4][64][2304],
                         float contract[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 1, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][j][0][0],
                        &add[i][0][64 * j + 768], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 30  mul1167' reshape(slice(add977))                               gpt2_124m.lua:39 */
static void k30_contract(const float mul[restrict 4][12][64][64],
                         const float add[restrict 4][64][2304],
                         float contract[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 64, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][j][0][0],
                        &add[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 31  concat(reshape1169, reshape1171, reshape1173)                 gpt2_124m.lua:39 */
static void k31_concat(const float contract[restrict 4][64][768],
                       const float contract2[restrict 4][64][768],
                       const float contract3[restrict 4][64][768],
                       float concat[restrict 4][64][2304])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++)
                concat[i][j][k] = contract[i][j][k];
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++)
                concat[i][j][k + 768] = contract2[i][j][k];
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++)
                concat[i][j][k + 1536] = contract3[i][j][k];
}

/* 32  dmultiheadattention12.qkv.bias = sum(concat1174)              gpt2_124m.lua:39 */
static void k32_dmultiheadatte(const float concat[restrict 4][64][2304],
                               float qkv_bias[restrict 2304])
{
    for (int i = 0; i < 36; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += concat[j][k][64 * i + l];
        for (int j = 0; j < 64; j++)
            qkv_bias[64 * i + j] = acc[j];
    }
}

/* 33  concat1174 multiheadattention12.qkv.weight'                   gpt2_124m.lua:39 */
static void k33_contract(const float concat[restrict 4][64][2304],
                         const float qkv_weight[restrict 768][2304],
                         float contract[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 2304}};
            static const MfAxis columns[] = {{64, 2304}};
            static const MfTerm terms[] = {{2304, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &concat[i][0][0],
                        &qkv_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 34  dmultiheadattention12.out.weight = reshape995' add1153        gpt2_124m.lua:39 */
static void k34_dmultiheadatte(const float contract[restrict 4][64][768],
                               const float add[restrict 4][64][768],
                               float out_weight[restrict 768][768])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 49152, 49152}, {64, 768, 768}};
            mf_productf(1, rows, 1, columns, 2, terms, &contract[0][0][64 * i],
                        &add[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    out_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 35  dmultiheadattention12.qkv.weight = add972' concat1174         gpt2_124m.lua:39 */
static void k35_dmultiheadatte(const float add[restrict 4][64][768],
                               const float concat[restrict 4][64][2304],
                               float qkv_weight[restrict 768][2304])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 36; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 49152, 147456}, {64, 768, 2304}};
            mf_productf(1, rows, 1, columns, 2, terms, &add[0][0][64 * i],
                        &concat[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    qkv_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 36  sum(contract1935 * ... * (x - ...)) * div114 / sqrt113 * -0.5 / sqrt113...
 *     contract1935 * layernorm3.weight * div114 + div1944 * (x - div106) + ...
 *     sum(add1948) / 768
 *     dx = add1914 + add1948 + -div1951                             gpt2_124m.lua:39 */
static void k36_dx(const float contract[restrict 4][64][768],
                   const float layernorm3_weight[restrict 768],
                   const float x[restrict 4][64][768], const float div[restrict 4][64],
                   const float div2[restrict 4][64], const float sqrt_[restrict 4][64],
                   float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = x[i][j][16 * k + l] - div[i][j];
                    const float t2 = layernorm3_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t2 * t;
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div2[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            float div3;
            div3 = t3 / 768.0f;
            float add2[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div3 * (x[i][j][k] - div[i][j]);
                const float t5 = contract[i][j][k] * layernorm3_weight[k] * div2[i][j];
                add2[k] = t5 + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add2[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            float div4;
            div4 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                add[i][j][k] = add[i][j][k] + add2[k] + -div4;
        }
}

/* 37  sum(contract2011 * ... * sub15) * div23 / sqrt22 * -0.5 / sqrt22 / 768
 *     contract2011 * layernorm1.weight * div23 + div2020 * sub15 + div2020 * ...
 *     sum(add2024) / 768
 *     dx = add1990 + add2024 + -div2027                             gpt2_124m.lua:39 */
static void k37_dx(const float contract[restrict 4][64][768],
                   const float layernorm1_weight[restrict 768],
                   const float sub[restrict 4][64][768],
                   const float div[restrict 4][64], const float sqrt_[restrict 4][64],
                   float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = layernorm1_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t * sub[i][j][16 * k + l];
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            float div2;
            div2 = t3 / 768.0f;
            float add2[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div2 * sub[i][j][k];
                const float t5 = contract[i][j][k] * layernorm1_weight[k] * div[i][j];
                add2[k] = t5 + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add2[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            float div3;
            div3 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                add[i][j][k] = add[i][j][k] + add2[k] + -div3;
        }
}

/* 38  dlayernorm1.weight = sum(contract2011 * (sub15 * div23))      gpt2_124m.lua:39 */
static void k38_dlayernorm1_we(const float contract[restrict 4][64][768],
                               const float sub[restrict 4][64][768],
                               const float div[restrict 4][64],
                               float dlayernorm1_weight[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sub[j][k][64 * i + l] * div[j][k];
                    acc[l] += contract[j][k][64 * i + l] * t;
                }
        for (int j = 0; j < 64; j++)
            dlayernorm1_weight[64 * i + j] = acc[j];
    }
}

/* 39  sum(dx)                                                       gpt2_124m.lua:37 */
static void k39_sum(const float dx[restrict 4][64][768], float sum[restrict 64][768])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += dx[k][i][64 * j + l];
            for (int k = 0; k < 64; k++)
                sum[i][64 * j + k] = acc[k];
        }
}

/* 40  dlinear24.weight = mul1033' dx                                gpt2_124m.lua:39 */
static void k40_dlinear24_weig(const float mul[restrict 4][64][3072],
                               const float dx[restrict 4][64][768],
                               float dlinear24_weight[restrict 3072][768])
{
    for (int i = 0; i < 48; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 196608, 49152}, {64, 3072, 768}};
            mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][64 * i],
                        &dx[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dlinear24_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 41  dlinear23.weight = add1019' add1133                           gpt2_124m.lua:39 */
static void k41_dlinear23_weig(const float add[restrict 4][64][768],
                               const float add2[restrict 4][64][3072],
                               float dlinear23_weight[restrict 768][3072])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 48; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 49152, 196608}, {64, 768, 3072}};
            mf_productf(1, rows, 1, columns, 2, terms, &add[0][0][64 * i],
                        &add2[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dlinear23_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 42  scatter(dx, tokens)                                           gpt2_124m.lua:37 */
static void k42_scatter(const int32_t tokens[restrict 4][64],
                        const float dx[restrict 4][64][768],
                        float scatter[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                scatter[at][k] += dx[i][j][k];
            }
}

/* 43  dembedding1.weight = dlogits' x + scatter2031                 gpt2_124m.lua:37 */
static void k43_dembedding1_we(const float dlogits[restrict 4][64][50257],
                               const float x[restrict 4][64][768],
                               float scatter[restrict 50257][768])
{
    for (int i = 0; i < 785; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 3216448, 49152}, {64, 50257, 768}};
            mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][64 * i],
                        &x[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = scatter[64 * i + k][64 * j + l];
                    scatter[64 * i + k][64 * j + l] = acc[k][l] + t;
                }
        }
    for (int i = 0; i < 12; i++) {
        float acc[17][64];
        static const MfAxis rows[] = {{17, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{4, 3216448, 49152}, {64, 50257, 768}};
        mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][50240],
                    &x[0][0][64 * i], acc[0], 64);
        for (int j = 0; j < 17; j++)
            for (int k = 0; k < 64; k++) {
                const float t = scatter[j + 50240][64 * i + k];
                scatter[j + 50240][64 * i + k] = acc[j][k] + t;
            }
    }
}

/* 44  sum(dembedding1.weight * dembedding1.weight) + sum(pad(su...  gpt2_124m.lua:47 */
static void k44_add(const float dembedding1_weight[restrict 50257][768],
                    const float sum[restrict 64][768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++) {
                const float t = dembedding1_weight[i][16 * j + k];
                lane[k] += t * dembedding1_weight[i][16 * j + k];
            }
    const float sum2 = mf_sum16f(lane);
    float lane2[16] = {0};
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++) {
                const float t = i < 64 ? sum[i][16 * j + k] : 0.0f;
                lane2[k] += t * t;
            }
    const float sum2_2 = mf_sum16f(lane2);
    *add = sum2 + sum2_2;
}

/* 45  add2039 + sum(dmultiheadattention1.qkv.weight * ...           gpt2_124m.lua:47 */
static void k45_add(const float qkv_weight[restrict 768][2304], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 144; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += qkv_weight[i][16 * j + k] * qkv_weight[i][16 * j + k];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 46  add2043 + sum(dmultiheadattention1.qkv.bias * ...             gpt2_124m.lua:47 */
static void k46_add(const float qkv_bias[restrict 2304], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 144; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += qkv_bias[16 * i + j] * qkv_bias[16 * i + j];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 47  add2047 + sum(dmultiheadattention1.out.weight * ...           gpt2_124m.lua:47 */
static void k47_add(const float out_weight[restrict 768][768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += out_weight[i][16 * j + k] * out_weight[i][16 * j + k];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 48  add2051 + sum(dmultiheadattention1.out.bias * ...             gpt2_124m.lua:47 */
static void k48_add(const float out_bias[restrict 768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 48; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += out_bias[16 * i + j] * out_bias[16 * i + j];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 49  add2073 + sum(dlinear1.weight * dlinear1.weight)              gpt2_124m.lua:47 */
static void k49_add(const float dlinear1_weight[restrict 768][3072],
                    float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 192; j++)
            for (int k = 0; k < 16; k++) {
                const float t = dlinear1_weight[i][16 * j + k];
                lane[k] += t * dlinear1_weight[i][16 * j + k];
            }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 50  add2077 + sum(dlinear1.bias * dlinear1.bias)                  gpt2_124m.lua:47 */
static void k50_add(const float dlinear1_bias[restrict 3072], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 192; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += dlinear1_bias[16 * i + j] * dlinear1_bias[16 * i + j];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 51  add2081 + sum(dlinear2.weight * dlinear2.weight)              gpt2_124m.lua:47 */
static void k51_add(const float dlinear2_weight[restrict 3072][768],
                    float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++) {
                const float t = dlinear2_weight[i][16 * j + k];
                lane[k] += t * dlinear2_weight[i][16 * j + k];
            }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 52  1 / (sqrt(add2644 + sum(dlayernorm25.bias * dlayernorm25....  gpt2_124m.lua:47 */
static void k52_div(const float dlayernorm25_bias[restrict 768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 48; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm25_bias[16 * i + j] * dlayernorm25_bias[16 * i + j];
    const float sum = mf_sum16f(lane);
    const float t = *add + sum;
    const float grad_norm = sqrtf(t);
    *add = 1.0f / (grad_norm + 1e-06f);
}

/* 53  adamw.v.multiheadattention1.out.bias = where(abs(beta2 * ...  gpt2_124m.lua:47 */
static void k53_adamw_v_multih(float beta2, const float out_bias[restrict 768],
                               float div, float out_bias2[restrict 768])
{
    for (int i = 0; i < 768; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = out_bias[i] * clip;
        const float t2 = beta2 * out_bias2[i] + (1.0f - beta2) * (t * t);
        out_bias2[i] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
    }
}

/* 54  adamw.v.multiheadattention1.qkv.bias = where(abs(beta2 * ...  gpt2_124m.lua:47 */
static void k54_adamw_v_multih(float beta2, const float qkv_bias[restrict 2304],
                               float div, float qkv_bias2[restrict 2304])
{
    for (int i = 0; i < 2304; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = qkv_bias[i] * clip;
        const float t2 = beta2 * qkv_bias2[i] + (1.0f - beta2) * (t * t);
        qkv_bias2[i] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
    }
}

/* 55  adamw.v.linear1.bias = where(abs(beta2 * adamw.v.linear1....  gpt2_124m.lua:47 */
static void k55_adamw_v_linear(float beta2, const float dlinear1_bias[restrict 3072],
                               float div, float adamw_v_linear1_bias[restrict 3072])
{
    for (int i = 0; i < 3072; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = dlinear1_bias[i] * clip;
        const float t2 = beta2 * adamw_v_linear1_bias[i];
        const float t2_2 = t2 + (1.0f - beta2) * (t * t);
        adamw_v_linear1_bias[i] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
    }
}

/* 56  adamw.v.multiheadattention1.out.weight = where(abs(beta2 ...  gpt2_124m.lua:47 */
static void k56_adamw_v_multih(float beta2, const float out_weight[restrict 768][768],
                               float div, float out_weight2[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = out_weight[i][j] * clip;
            const float t2 = beta2 * out_weight2[i][j] + (1.0f - beta2) * (t * t);
            out_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 57  adamw.v.positions = where(abs(beta2 * adamw.v.positions +...  gpt2_124m.lua:47 */
static void k57_adamw_v_positi(float beta2, const float sum[restrict 64][768],
                               float div, float adamw_v_positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (i < 64 ? sum[i][j] : 0.0f) * clip;
            const float t2 = beta2 * adamw_v_positions[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            adamw_v_positions[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 58  adamw.v.multiheadattention1.qkv.weight = where(abs(beta2 ...  gpt2_124m.lua:47 */
static void k58_adamw_v_multih(float beta2, const float qkv_weight[restrict 768][2304],
                               float div, float qkv_weight2[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = qkv_weight[i][j] * clip;
            const float t2 = beta2 * qkv_weight2[i][j] + (1.0f - beta2) * (t * t);
            qkv_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 59  adamw.m.multiheadattention1.out.bias = where(abs(beta1 * adamw.m.multiheadatte...
 *     multiheadattention1.out.bias = multiheadattention1.out.bi...  gpt2_124m.lua:47 */
static void k59_multiheadatten(float beta1, const float out_bias[restrict 768],
                               float div, float div2, const float where[restrict 768],
                               float sqrt_, float eps, float out_bias2[restrict 768],
                               float out_bias3[restrict 768])
{
    for (int i = 0; i < 768; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (out_bias[i] * clip);
        const float t2 = beta1 * out_bias2[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        out_bias2[i] = t2_2;
        out_bias3[i] = out_bias3[i] - div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
    }
}

/* 60  adamw.m.multiheadattention1.qkv.bias = where(abs(beta1 * adamw.m.multiheadatte...
 *     multiheadattention1.qkv.bias = multiheadattention1.qkv.bi...  gpt2_124m.lua:47 */
static void k60_multiheadatten(float beta1, const float qkv_bias[restrict 2304],
                               float div, float div2, const float where[restrict 2304],
                               float sqrt_, float eps, float qkv_bias2[restrict 2304],
                               float qkv_bias3[restrict 2304])
{
    for (int i = 0; i < 2304; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (qkv_bias[i] * clip);
        const float t2 = beta1 * qkv_bias2[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        qkv_bias2[i] = t2_2;
        qkv_bias3[i] = qkv_bias3[i] - div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
    }
}

/* 61  adamw.m.linear1.bias = where(abs(beta1 * adamw.m.linear1.bias + (1 - beta1) * ...
 *     linear1.bias = linear1.bias - div1083 * where2988 / (sqrt...  gpt2_124m.lua:47 */
static void k61_linear1_bias(float beta1, const float dlinear1_bias[restrict 3072],
                             float div, float div2, const float where[restrict 3072],
                             float sqrt_, float eps,
                             float adamw_m_linear1_bias[restrict 3072],
                             float linear1_bias[restrict 3072])
{
    for (int i = 0; i < 3072; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (dlinear1_bias[i] * clip);
        const float t2 = beta1 * adamw_m_linear1_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adamw_m_linear1_bias[i] = t2_2;
        const float t3 = div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
        linear1_bias[i] = linear1_bias[i] - t3;
    }
}

/* 62  adamw.m.multiheadattention1.out.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.out.weight = multiheadattention1.out....  gpt2_124m.lua:47 */
static void k62_multiheadatten(float beta1, const float out_weight[restrict 768][768],
                               float div, float lr, float weight_decay, float div2,
                               const float where[restrict 768][768], float sqrt_,
                               float eps, float out_weight2[restrict 768][768],
                               float out_weight3[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (out_weight[i][j] * clip);
            const float t2 = beta1 * out_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            out_weight2[i][j] = t2_2;
            const float t3 = div2 * t2_2 / (sqrtf(where[i][j]) / sqrt_ + eps);
            out_weight3[i][j] = out_weight3[i][j] * (1.0f - lr * weight_decay) - t3;
        }
}

/* 63  adamw.m.positions = where(abs(beta1 * adamw.m.positions + (1 - beta1) * (pad(s...
 *     positions = positions * (1 - lr * weight_decay) - div1083...  gpt2_124m.lua:47 */
static void k63_positions(float beta1, const float sum[restrict 64][768], float div,
                          float lr, float weight_decay, float div2,
                          const float where[restrict 1024][768], float sqrt_, float eps,
                          float adamw_m_positions[restrict 1024][768],
                          float positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * ((i < 64 ? sum[i][j] : 0.0f) * clip);
            const float t2 = beta1 * adamw_m_positions[i][j] + t;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adamw_m_positions[i][j] = t3;
            const float t4 = div2 * t3 / (sqrtf(where[i][j]) / sqrt_ + eps);
            positions[i][j] = positions[i][j] * (1.0f - lr * weight_decay) - t4;
        }
}

/* 64  adamw.m.multiheadattention1.qkv.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.qkv.weight = multiheadattention1.qkv....  gpt2_124m.lua:47 */
static void k64_multiheadatten(float beta1, const float qkv_weight[restrict 768][2304],
                               float div, float lr, float weight_decay, float div2,
                               const float where[restrict 768][2304], float sqrt_,
                               float eps, float qkv_weight2[restrict 768][2304],
                               float qkv_weight3[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (qkv_weight[i][j] * clip);
            const float t2 = beta1 * qkv_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            qkv_weight2[i][j] = t2_2;
            const float t3 = div2 * t2_2 / (sqrtf(where[i][j]) / sqrt_ + eps);
            qkv_weight3[i][j] = qkv_weight3[i][j] * (1.0f - lr * weight_decay) - t3;
        }
}

/* 65  adamw.v.multiheadattention8.qkv.weight = where(abs(beta2 * adamw.v.multiheadat...
 *     adamw.m.multiheadattention8.qkv.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention8.qkv.weight = multiheadattention8.qkv....  gpt2_124m.lua:47 */
static void k65_multiheadatten(float beta2, const float qkv_weight[restrict 768][2304],
                               float div, float beta1, float lr, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float qkv_weight2[restrict 768][2304],
                               float qkv_weight3[restrict 768][2304],
                               float qkv_weight4[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
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
            qkv_weight4[i][j] = qkv_weight4[i][j] * (1.0f - lr * weight_decay) - t5;
        }
}

/* 66  adamw.v.linear1.weight = where(abs(beta2 * adamw.v.linear1.weight + (1 - beta2...
 *     adamw.m.linear1.weight = where(abs(beta1 * adamw.m.linear1.weight + (1 - beta1...
 *     linear1.weight = linear1.weight * (1 - lr * weight_decay)...  gpt2_124m.lua:47 */
static void k66_linear1_weight(float beta2,
                               const float dlinear1_weight[restrict 768][3072],
                               float div, float beta1, float lr, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float v_linear1_weight[restrict 768][3072],
                               float m_linear1_weight[restrict 768][3072],
                               float linear1_weight[restrict 768][3072])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 3072; j++) {
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
            const float t6 = linear1_weight[i][j] * (1.0f - lr * weight_decay);
            linear1_weight[i][j] = t6 - t5;
        }
}

/* 67  adamw.v.linear2.weight = where(abs(beta2 * adamw.v.linear2.weight + (1 - beta2...
 *     adamw.m.linear2.weight = where(abs(beta1 * adamw.m.linear2.weight + (1 - beta1...
 *     linear2.weight = linear2.weight * (1 - lr * weight_decay)...  gpt2_124m.lua:47 */
static void k67_linear2_weight(float beta2,
                               const float dlinear2_weight[restrict 3072][768],
                               float div, float beta1, float lr, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float v_linear2_weight[restrict 3072][768],
                               float m_linear2_weight[restrict 3072][768],
                               float linear2_weight[restrict 3072][768])
{
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 768; j++) {
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
            const float t6 = linear2_weight[i][j] * (1.0f - lr * weight_decay);
            linear2_weight[i][j] = t6 - t5;
        }
}

/* 68  adamw.m.embedding1.weight = where(abs(beta1 * adamw.m.embedding1.weight + (1 -...
 *     adamw.v.embedding1.weight = where(abs(beta2 * adamw.v.embedding1.weight + (1 -...
 *     embedding1.weight = embedding1.weight * (1 - lr * weight_...  gpt2_124m.lua:47 */
static void k68_embedding1_wei(float beta1,
                               const float dembedding1_weight[restrict 50257][768],
                               float div, float beta2, float lr, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float m_embedding1_weight[restrict 50257][768],
                               float v_embedding1_weight[restrict 50257][768],
                               float embedding1_weight[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++) {
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
            const float t5 = embedding1_weight[i][j] * (1.0f - lr * weight_decay);
            const float t6 = div2 * m_embedding1_weight[i][j];
            embedding1_weight[i][j] = t5 - t6 / (sqrtf(t4_2) / sqrt_ + eps);
        }
}

/* 69  sum(gather(embedding1.weight, tokens) + slice(positions)) / 768
 *     gather(embedding1.weight, tokens) + slice(positions) - div13
 *     1 / sqrt(sum(sub15 * sub15) / 768 + 1e-05)
 *     sub15 * div23 * layernorm1.weight + layernorm1.bias           gpt2_124m.lua:39 */
static void k69_add(const int32_t tokens[restrict 4][64],
                    const float embedding1_weight[restrict 50257][768],
                    const float positions[restrict 1024][768],
                    const float layernorm1_weight[restrict 768],
                    const float layernorm1_bias[restrict 768],
                    float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            const float sum = mf_sum16f(lane);
            float div;
            div = sum / 768.0f;
            float sub[768];
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[k] = x - div;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[16 * k + l] * sub[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            float div2;
            div2 = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = sub[k] * div2 * layernorm1_weight[k];
                add[i][j][k] = t3 + layernorm1_bias[k];
            }
        }
}

/* 70  max(where45)
 *     exp(where45 - max46)
 *     sum(exp49)
 *     exp49 / sum50                                                 gpt2_124m.lua:39 */
static void k70_div(const float where[restrict 4][12][64][64],
                    float div[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++)
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

/* 71  sum(add62) / 768
 *     1 / sqrt(sum((add62 - div65) * (add62 - div65)) / 768 + 1e-05)
 *     (add62 - div65) * div73 * layernorm2.weight + layernorm2....  gpt2_124m.lua:39 */
static void k71_add(const float add[restrict 4][64][768],
                    const float layernorm2_weight[restrict 768],
                    const float layernorm2_bias[restrict 768],
                    float add2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add[i][j][16 * k + l];
            const float sum = mf_sum16f(lane);
            float div;
            div = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - div;
                    lane2[l] += t * t;
                }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            float div2;
            div2 = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = (add[i][j][k] - div) * div2 * layernorm2_weight[k];
                add2[i][j][k] = t3 + layernorm2_bias[k];
            }
        }
}

/* 72  0.5 * (add81 linear1.weight + linear1.bias) * (1 + tanh(0...  gpt2_124m.lua:39 */
static void k72_mul(const float add[restrict 4][64][768],
                    const float linear1_weight[restrict 768][3072],
                    const float linear1_bias[restrict 3072],
                    float mul[restrict 4][64][3072])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 48; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{768, 1, 3072}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &linear1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] + linear1_bias[64 * j + l];
                    const float t2 = 0.7978846f * (t + 0.044715f * (t * t * t));
                    mul[i][k][64 * j + l] = 0.5f * t * (1.0f + mf_tanhf(t2));
                }
        }
}

/* 73  x = add62 + (mul98 linear2.weight + linear2.bias)             gpt2_124m.lua:39 */
static void k73_x(const float mul[restrict 4][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float linear2_bias[restrict 768],
                  float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 3072}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{3072, 1, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &linear2_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] + linear2_bias[64 * j + l];
                    add[i][k][64 * j + l] = add[i][k][64 * j + l] + t;
                }
        }
}

/* 74  x + (reshape145 multiheadattention2.out.weight + ...          gpt2_124m.lua:39 */
static void k74_add(const float contract[restrict 4][64][768],
                    const float out_weight[restrict 768][768],
                    const float out_bias[restrict 768], float x[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{768, 1, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] + out_bias[64 * j + l];
                    x[i][k][64 * j + l] = x[i][k][64 * j + l] + t;
                }
        }
}

/* 75  max(logits)
 *     logits - max1059
 *     sum(exp(sub1061))                                             gpt2_124m.lua:43 */
static void k75_sum(const float logits[restrict 4][64][50257],
                    float sub[restrict 4][64][50257], float sum[restrict 4][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 3141; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(logits[i][j][16 * k + l], lane[l]);
            lane[0] = mf_maxf(logits[i][j][50256], lane[0]);
            const float top = mf_max16f(lane);
            float max;
            max = top;
            for (int k = 0; k < 50257; k++)
                sub[i][j][k] = logits[i][j][k] - max;
            float lane2[16] = {0};
            for (int k = 0; k < 3141; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += mf_expf(sub[i][j][16 * k + l]);
            lane2[0] += mf_expf(sub[i][j][50256]);
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
        }
}

/* 76  sum(gather(embedding1.weight, tokens) + slice(positions)) / 768
 *     gather(embedding1.weight, tokens) + slice(positions) - div13
 *     1 / sqrt(sum(sub15 * sub15) / 768 + 1e-05)
 *     sub15 * div23 * layernorm1.weight + layernorm1.bias           gpt2_124m.lua:39 */
static void k76_add(const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 50257][768],
                    const float positions[restrict 1024][768],
                    const float layernorm1_weight[restrict 768],
                    const float layernorm1_bias[restrict 768],
                    float div[restrict 1][64], float sub[restrict 1][64][768],
                    float div2[restrict 1][64], float add[restrict 1][64][768])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++) {
                const int at = tokens[0][i];
                lane[k] += embedding1_weight[at][16 * j + k] + positions[i][16 * j + k];
            }
        const float sum = mf_sum16f(lane);
        div[0][i] = sum / 768.0f;
        for (int j = 0; j < 768; j++) {
            const int at = tokens[0][i];
            const float x = embedding1_weight[at][j] + positions[i][j];
            sub[0][i][j] = x - div[0][i];
        }
        float lane2[16] = {0};
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++)
                lane2[k] += sub[0][i][16 * j + k] * sub[0][i][16 * j + k];
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 / 768.0f;
        const float t2 = sqrtf(t + 1e-05f);
        div2[0][i] = 1.0f / t2;
        for (int j = 0; j < 768; j++) {
            const float t3 = sub[0][i][j] * div2[0][i] * layernorm1_weight[j];
            add[0][i][j] = t3 + layernorm1_bias[j];
        }
    }
}

/* 77  add31 multiheadattention1.qkv.weight + multiheadattention...  gpt2_124m.lua:39 */
static void k77_add(const float add[restrict 1][64][768],
                    const float qkv_weight[restrict 768][2304],
                    const float qkv_bias[restrict 2304],
                    float add2[restrict 1][64][2304])
{
    for (int i = 0; i < 36; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 2304}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0][0],
                    &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                add2[0][j][64 * i + k] = acc[j][k] + qkv_bias[64 * i + k];
    }
}

/* 78  where(iota >= iota, reshape(slice(add36)) reshape(slice(a...  gpt2_124m.lua:39 */
static void k78_where(const float add[restrict 1][64][2304],
                      float where[restrict 1][12][64][64])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 2304}};
        static const MfAxis columns[] = {{64, 2304}};
        static const MfTerm terms[] = {{64, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0][64 * i],
                    &add[0][0][64 * i + 768], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                where[0][i][j][k] = j >= k ? acc[j][k] * 0.125f : -INFINITY;
    }
}

/* 79  max(where45)
 *     exp(where45 - max46)
 *     sum(exp49)
 *     exp49 / sum50                                                 gpt2_124m.lua:39 */
static void k79_div(const float where[restrict 1][12][64][64],
                    float max[restrict 1][12][64], float exp[restrict 1][12][64][64],
                    float sum[restrict 1][12][64], float div[restrict 1][12][64][64])
{
    for (int i = 0; i < 12; i++)
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

/* 80  div52 reshape(slice(add36))                                   gpt2_124m.lua:39 */
static void k80_contract(const float div[restrict 1][12][64][64],
                         const float add[restrict 1][64][2304],
                         float contract[restrict 1][64][12][64])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 1, 2304}};
        mf_productf(1, rows, 1, columns, 1, terms, &div[0][i][0][0],
                    &add[0][0][64 * i + 1536], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                contract[0][j][i][k] = acc[j][k];
    }
}

/* 81  gather(embedding1.weight, tokens) + slice(positions) + (r...  gpt2_124m.lua:39 */
static void k81_add(const float contract[restrict 1][64][768],
                    const float out_weight[restrict 768][768],
                    const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 50257][768],
                    const float positions[restrict 1024][768],
                    const float out_bias[restrict 768], float add[restrict 1][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const int at = tokens[0][j];
                const float t = embedding1_weight[at][64 * i + k];
                const float x = t + positions[j][64 * i + k];
                add[0][j][64 * i + k] = x + (acc[j][k] + out_bias[64 * i + k]);
            }
    }
}

/* 82  sum(add62) / 768
 *     1 / sqrt(sum((add62 - div65) * (add62 - div65)) / 768 + 1e-05)
 *     (add62 - div65) * div73 * layernorm2.weight + layernorm2....  gpt2_124m.lua:39 */
static void k82_add(const float add[restrict 1][64][768],
                    const float layernorm2_weight[restrict 768],
                    const float layernorm2_bias[restrict 768],
                    float div[restrict 1][64], float div2[restrict 1][64],
                    float add2[restrict 1][64][768])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += add[0][i][16 * j + k];
        const float sum = mf_sum16f(lane);
        div[0][i] = sum / 768.0f;
        float lane2[16] = {0};
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 16; k++) {
                const float t = add[0][i][16 * j + k] - div[0][i];
                lane2[k] += t * t;
            }
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 / 768.0f;
        const float t2 = sqrtf(t + 1e-05f);
        div2[0][i] = 1.0f / t2;
        for (int j = 0; j < 768; j++) {
            const float t3 = (add[0][i][j] - div[0][i]) * div2[0][i];
            add2[0][i][j] = t3 * layernorm2_weight[j] + layernorm2_bias[j];
        }
    }
}

/* 83  0.5 * (add81 linear1.weight + linear1.bias) * (1 + tanh(0...  gpt2_124m.lua:39 */
static void k83_mul(const float add[restrict 1][64][768],
                    const float linear1_weight[restrict 768][3072],
                    const float linear1_bias[restrict 3072],
                    float mul[restrict 1][64][3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 3072}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + linear1_bias[64 * i + k];
                const float t2 = mf_tanhf(0.7978846f * (t + 0.044715f * (t * t * t)));
                mul[0][j][64 * i + k] = 0.5f * t * (1.0f + t2);
            }
    }
}

/* 84  x = add62 + (mul98 linear2.weight + linear2.bias)             gpt2_124m.lua:39 */
static void k84_x(const float mul[restrict 1][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float linear2_bias[restrict 768],
                  float add[restrict 1][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 3072}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{3072, 1, 768}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + linear2_bias[64 * i + k];
                add[0][j][64 * i + k] = add[0][j][64 * i + k] + t;
            }
    }
}

/* 85  x + (reshape145 multiheadattention2.out.weight + ...          gpt2_124m.lua:39 */
static void k85_add(const float contract[restrict 1][64][768],
                    const float out_weight[restrict 768][768],
                    const float out_bias[restrict 768], float x[restrict 1][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + out_bias[64 * i + k];
                x[0][j][64 * i + k] = x[0][j][64 * i + k] + t;
            }
    }
}

/* 86  logits = x embedding1.weight'                                 gpt2_124m.lua:42 */
static void k86_logits(const float x[restrict 1][64][768],
                       const float embedding1_weight[restrict 50257][768],
                       float logits[restrict 1][64][50257])
{
    for (int i = 0; i < 785; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 768}};
        static const MfTerm terms[] = {{768, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &x[0][0][0],
                    &embedding1_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                logits[0][j][64 * i + k] = acc[j][k];
    }
    float acc[64][32];
    static const MfAxis rows[] = {{64, 768}};
    static const MfAxis columns[] = {{17, 768}};
    static const MfTerm terms[] = {{768, 1, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &x[0][0][0],
                &embedding1_weight[50240][0], acc[0], 32);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 17; j++)
            logits[0][i][j + 50240] = acc[i][j];
}

/* 87  max(logits)
 *     logits - max1059
 *     sum(exp(sub1061))                                             gpt2_124m.lua:43 */
static void k87_sum(const float logits[restrict 1][64][50257],
                    float max[restrict 1][64], float sub[restrict 1][64][50257],
                    float sum[restrict 1][64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16];
        for (int i0 = 0; i0 < 16; i0++)
            lane[i0] = -INFINITY;
        for (int j = 0; j < 3141; j++)
            for (int k = 0; k < 16; k++)
                lane[k] = mf_maxf(logits[0][i][16 * j + k], lane[k]);
        lane[0] = mf_maxf(logits[0][i][50256], lane[0]);
        const float top = mf_max16f(lane);
        max[0][i] = top;
        for (int j = 0; j < 50257; j++)
            sub[0][i][j] = logits[0][i][j] - max[0][i];
        float lane2[16] = {0};
        for (int j = 0; j < 3141; j++)
            for (int k = 0; k < 16; k++)
                lane2[k] += mf_expf(sub[0][i][16 * j + k]);
        lane2[0] += mf_expf(sub[0][i][50256]);
        const float sum2 = mf_sum16f(lane2);
        sum[0][i] = sum2;
    }
}

/* 88  loss = sum(log(sum1063) - gather(sub1061, target)) * 0.01...  gpt2_124m.lua:43 */
static void k88_loss(const int32_t target[restrict 1][64],
                     const float sum[restrict 1][64],
                     const float sub[restrict 1][64][50257], float *restrict loss)
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

/* 89  layernorm1.weight = 1                                         gpt2_124m.lua:25 */
static void k89_layernorm1_wei(float layernorm1_weight[restrict 768])
{
    for (int i = 0; i < 768; i++)
        layernorm1_weight[i] = 1.0f;
}

/* 90  multiheadattention1.out.weight = 0.00408248 * (sqrt(-2 * ...  gpt2_124m.lua:22 */
static void k90_multiheadatten(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float out_weight[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 768; j++) {
            const int at = 768 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            out_weight[i][j] = 0.004082483f * t3;
        }
}

/* 91  positions = 0.02 * (sqrt(-2 * log1p(-init positions)) * c...  gpt2_124m.lua:35 */
static void k91_positions(uint64_t step, uint64_t seed, uint64_t stream,
                          uint64_t stream2, float positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 768; j++) {
            const int at = 768 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            positions[i][j] = 0.02f * t3;
        }
}

/* 92  multiheadattention1.qkv.weight = 0.02 * (sqrt(-2 * log1p(...  gpt2_124m.lua:22 */
static void k92_multiheadatten(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float qkv_weight[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
            const int at = 2304 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            qkv_weight[i][j] = 0.02f * t3;
        }
}

/* 93  1                                                             gpt2_124m.lua:25 */
static void k93_layernorm1_wei(const float full[restrict 768],
                               float layernorm2_weight[restrict 768])
{
    for (int i = 0; i < 768; i++)
        layernorm2_weight[i] = full[i];
}

/* 94  linear1.weight = 0.02 * (sqrt(-2 * log1p(-init linear1.we...  gpt2_124m.lua:28 */
static void k94_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear1_weight[restrict 768][3072])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 3072; j++) {
            const int at = 3072 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            linear1_weight[i][j] = 0.02f * t3;
        }
}

/* 95  linear2.weight = 0.00408248 * (sqrt(-2 * log1p(-init line...  gpt2_124m.lua:29 */
static void k95_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear2_weight[restrict 3072][768])
{
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 768; j++) {
            const int at = 768 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            linear2_weight[i][j] = 0.004082483f * t3;
        }
}

/* 96  embedding1.weight = 0.02 * (sqrt(-2 * log1p(-init embeddi...  gpt2_124m.lua:34 */
static void k96_embedding1_wei(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float embedding1_weight[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++) {
            const int at = 768 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            embedding1_weight[i][j] = 0.02f * t3;
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
void gpt2_124m_init(Gpt2124m *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k89_layernorm1_wei(net->layernorm1_weight);
    k90_multiheadatten(net->step, net->seed, 0x2cbf271db6e55abdu, 0xa4404b357576da69u,
                       net->multiheadattention1_out_weight);
    k90_multiheadatten(net->step, net->seed, 0xdcb3d36500cc923bu, 0x5f7a4f4ad94a35e3u,
                       net->multiheadattention2_out_weight);
    k90_multiheadatten(net->step, net->seed, 0xcb8f26f91b7e41c4u, 0x152f59eba8236367u,
                       net->multiheadattention3_out_weight);
    k90_multiheadatten(net->step, net->seed, 0x548db890b1ffedbbu, 0xd3e0a30d585fc1d1u,
                       net->multiheadattention4_out_weight);
    k90_multiheadatten(net->step, net->seed, 0x5661b3cccf93b78cu, 0x212a6d41e17fcc00u,
                       net->multiheadattention5_out_weight);
    k90_multiheadatten(net->step, net->seed, 0xa222ca3f6bb0f511u, 0x9271f940584ccb1du,
                       net->multiheadattention6_out_weight);
    k90_multiheadatten(net->step, net->seed, 0xe3445c88097edf71u, 0xcd1c01e840944e2au,
                       net->multiheadattention7_out_weight);
    k90_multiheadatten(net->step, net->seed, 0xb3cd4ace053215c2u, 0x54851f5894dd73dfu,
                       net->multiheadattention8_out_weight);
    k90_multiheadatten(net->step, net->seed, 0xa1b6309c8939dbb6u, 0x5497a4cbb09f75aau,
                       net->multiheadattention9_out_weight);
    k90_multiheadatten(net->step, net->seed, 0x486725fbd2951e1au, 0x825e87043b47253fu,
                       net->multiheadattention10_out_weight);
    k91_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    k92_multiheadatten(net->step, net->seed, 0x12be7771552f14b7u, 0xcfd333180247daa7u,
                       net->multiheadattention1_qkv_weight);
    k90_multiheadatten(net->step, net->seed, 0xb0b96bbe5164d79du, 0x7db78369010e4395u,
                       net->multiheadattention11_out_weight);
    k92_multiheadatten(net->step, net->seed, 0xbdb6ae06579dbe1bu, 0xdf3b50a971395afeu,
                       net->multiheadattention2_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0x35e4cb2b9aabb25u, 0xf5f30e499f6e6483u,
                       net->multiheadattention3_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0xdb13a0bcac4bc8f0u, 0x262461ce35ad7030u,
                       net->multiheadattention4_qkv_weight);
    k90_multiheadatten(net->step, net->seed, 0x60be45533bdbb073u, 0x948a2fca3fac7478u,
                       net->multiheadattention12_out_weight);
    k92_multiheadatten(net->step, net->seed, 0xb2e48b6de1ea067cu, 0xdd3ce64d23f24c21u,
                       net->multiheadattention5_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0xc1d72613b87a0677u, 0x47de00af81df5baau,
                       net->multiheadattention6_qkv_weight);
    net->lr = 0.0003f;
    net->weight_decay = 0.1f;
    net->beta1 = 0.9f;
    net->beta2 = 0.95f;
    net->eps = 1e-08f;
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm2_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm3_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm4_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm5_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm6_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm7_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm8_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm9_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm10_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm11_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm12_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm13_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm14_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm15_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm16_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm17_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm18_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm19_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm20_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm21_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm22_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm23_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm24_weight);
    k93_layernorm1_wei(net->layernorm1_weight, net->layernorm25_weight);
    k92_multiheadatten(net->step, net->seed, 0x30a9dc2031dba97u, 0x13eaa16bbac0e494u,
                       net->multiheadattention7_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0xbdbd3f79cb1b3138u, 0xa8015daa4ef3ec62u,
                       net->multiheadattention8_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0xc85687e4d807e02du, 0x51e812b3bc55b27eu,
                       net->multiheadattention9_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0xf7947f5cd966a8b8u, 0x44670fa8140ad178u,
                       net->multiheadattention10_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0x1ecea9ee12c1e9fcu, 0x218c2eb284b83cd1u,
                       net->multiheadattention11_qkv_weight);
    k92_multiheadatten(net->step, net->seed, 0xd699cf81b642f128u, 0xb4c3c665203a45cu,
                       net->multiheadattention12_qkv_weight);
    k94_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, 0x7f018379fddf372fu,
                       net->linear1_weight);
    k95_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, 0x98806bfa11b20ff3u,
                       net->linear2_weight);
    k94_linear1_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u,
                       net->linear3_weight);
    k95_linear2_weight(net->step, net->seed, 0xb04297c53c5008bau, 0x4d0194f5fc72826bu,
                       net->linear4_weight);
    k94_linear1_weight(net->step, net->seed, 0x149eb5010972c4eau, 0xaf00080be804b25eu,
                       net->linear5_weight);
    k95_linear2_weight(net->step, net->seed, 0x79ef3c2dc1dd66f8u, 0x6177670d761be2f4u,
                       net->linear6_weight);
    k94_linear1_weight(net->step, net->seed, 0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au,
                       net->linear7_weight);
    k95_linear2_weight(net->step, net->seed, 0xcfa53ae04f1d2f5u, 0x2804db7db72f0574u,
                       net->linear8_weight);
    k94_linear1_weight(net->step, net->seed, 0x6c15a562184661c7u, 0xf2dd609851af961u,
                       net->linear9_weight);
    k95_linear2_weight(net->step, net->seed, 0x9121580fe89b30d2u, 0x235f2a30b13cdc82u,
                       net->linear10_weight);
    k94_linear1_weight(net->step, net->seed, 0xb2a589e37e0226b4u, 0x5719bef484d14e4u,
                       net->linear11_weight);
    k95_linear2_weight(net->step, net->seed, 0xfb758d47bb625469u, 0x70b10ace02337064u,
                       net->linear12_weight);
    k94_linear1_weight(net->step, net->seed, 0x911c78f6b915c100u, 0x810c4d4e7109ce17u,
                       net->linear13_weight);
    k95_linear2_weight(net->step, net->seed, 0x1f2554c7afbe7a3u, 0x2797d4703ce81bc2u,
                       net->linear14_weight);
    k94_linear1_weight(net->step, net->seed, 0x84888f0e4c01d32bu, 0x3be569936976eab8u,
                       net->linear15_weight);
    k95_linear2_weight(net->step, net->seed, 0x4adf6115e939da49u, 0x96414f9295ef6dabu,
                       net->linear16_weight);
    k94_linear1_weight(net->step, net->seed, 0xa92ec49a0c071a69u, 0xebdfad0368ff843u,
                       net->linear17_weight);
    k95_linear2_weight(net->step, net->seed, 0x995316947ccb2fc7u, 0x5f1c6359da44d869u,
                       net->linear18_weight);
    k94_linear1_weight(net->step, net->seed, 0x974c3a2ce9b788b9u, 0xc9cc9735e5790d5eu,
                       net->linear19_weight);
    k95_linear2_weight(net->step, net->seed, 0x395a1d0b72836bf0u, 0xe606ba427aa63339u,
                       net->linear20_weight);
    k94_linear1_weight(net->step, net->seed, 0x8b66eb881e2e04bu, 0x8c14b4d71891abeu,
                       net->linear21_weight);
    k95_linear2_weight(net->step, net->seed, 0x2fba4bc9736ec049u, 0x34053251b486dcaeu,
                       net->linear22_weight);
    k94_linear1_weight(net->step, net->seed, 0x8988d2912b8eb54au, 0x34aa54111c9f1a39u,
                       net->linear23_weight);
    k95_linear2_weight(net->step, net->seed, 0x646c8287bbf954d2u, 0xc93db5ce12c616e6u,
                       net->linear24_weight);
    k96_embedding1_wei(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                       net->embedding1_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float gpt2_124m_step(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64])
{
    float loss;
    float div;
    float add;
    float sqrt_;
    union Gpt2124mStep *w = &net->work.step;
    k1_div(net->beta1, net->step, net->lr, &div);
    k2_sqrt(net->beta2, net->step, &sqrt_);
    k3_add(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
           net->layernorm1_bias, w->sub2, w->sqrt_, w->div13, w->add35);
    k4_add(w->add35, net->multiheadattention1_qkv_weight,
           net->multiheadattention1_qkv_bias, w->add23);
    k5_where(w->add23, w->where);
    k6_div(w->where, w->exp2, w->sum, w->div);
    k7_contract(w->div, w->add23, w->contract85);
    k8_add((float(*)[64][768])w->contract85, net->multiheadattention1_out_weight,
           tokens, net->embedding1_weight, net->positions,
           net->multiheadattention1_out_bias, w->add36);
    k9_add(w->add36, net->layernorm2_weight, net->layernorm2_bias, w->div14, w->sqrt_2,
           w->div15, w->add61);
    k10_mul(w->add61, net->linear1_weight, net->linear1_bias, w->add60, w->tanh,
            w->mul);
    k11_x(w->mul, net->linear2_weight, w->add36, net->linear2_bias, w->x);
    k9_add(w->x, net->layernorm3_weight, net->layernorm3_bias, w->div16, w->sqrt_3,
           w->div17, w->add37);
    k4_add(w->add37, net->multiheadattention2_qkv_weight,
           net->multiheadattention2_qkv_bias, w->add24);
    k5_where(w->add24, w->where2);
    k6_div(w->where2, w->exp3, w->sum2, w->div2);
    k7_contract(w->div2, w->add24, w->contract86);
    k12_add((float(*)[64][768])w->contract86, net->multiheadattention2_out_weight, w->x,
            net->multiheadattention2_out_bias, w->add38);
    k9_add(w->add38, net->layernorm4_weight, net->layernorm4_bias, w->div18, w->sqrt_4,
           w->div19, w->add62);
    k10_mul(w->add62, net->linear3_weight, net->linear3_bias, w->add12, w->tanh2,
            w->mul2);
    k11_x(w->mul2, net->linear4_weight, w->add38, net->linear4_bias, w->x2);
    k9_add(w->x2, net->layernorm5_weight, net->layernorm5_bias, w->div20, w->sqrt_5,
           w->div21, w->add39);
    k4_add(w->add39, net->multiheadattention3_qkv_weight,
           net->multiheadattention3_qkv_bias, w->add25);
    k5_where(w->add25, w->where3);
    k6_div(w->where3, w->exp4, w->sum3, w->div3);
    k7_contract(w->div3, w->add25, w->contract87);
    k12_add((float(*)[64][768])w->contract87, net->multiheadattention3_out_weight,
            w->x2, net->multiheadattention3_out_bias, w->add40);
    k9_add(w->add40, net->layernorm6_weight, net->layernorm6_bias, w->div22, w->sqrt_6,
           w->div23, w->add63);
    k10_mul(w->add63, net->linear5_weight, net->linear5_bias, w->add13, w->tanh3,
            w->mul3);
    k11_x(w->mul3, net->linear6_weight, w->add40, net->linear6_bias, w->x3);
    k9_add(w->x3, net->layernorm7_weight, net->layernorm7_bias, w->div24, w->sqrt_7,
           w->div25, w->add41);
    k4_add(w->add41, net->multiheadattention4_qkv_weight,
           net->multiheadattention4_qkv_bias, w->add26);
    k5_where(w->add26, w->where4);
    k6_div(w->where4, w->exp5, w->sum4, w->div4);
    k7_contract(w->div4, w->add26, w->contract88);
    k12_add((float(*)[64][768])w->contract88, net->multiheadattention4_out_weight,
            w->x3, net->multiheadattention4_out_bias, w->add42);
    k9_add(w->add42, net->layernorm8_weight, net->layernorm8_bias, w->div26, w->sqrt_8,
           w->div27, w->add64);
    k10_mul(w->add64, net->linear7_weight, net->linear7_bias, w->add14, w->tanh4,
            w->mul4);
    k11_x(w->mul4, net->linear8_weight, w->add42, net->linear8_bias, w->x4);
    k9_add(w->x4, net->layernorm9_weight, net->layernorm9_bias, w->div28, w->sqrt_9,
           w->div29, w->add43);
    k4_add(w->add43, net->multiheadattention5_qkv_weight,
           net->multiheadattention5_qkv_bias, w->add27);
    k5_where(w->add27, w->where5);
    k6_div(w->where5, w->exp6, w->sum5, w->div5);
    k7_contract(w->div5, w->add27, w->contract89);
    k12_add((float(*)[64][768])w->contract89, net->multiheadattention5_out_weight,
            w->x4, net->multiheadattention5_out_bias, w->add44);
    k9_add(w->add44, net->layernorm10_weight, net->layernorm10_bias, w->div30,
           w->sqrt_10, w->div31, w->add65);
    k10_mul(w->add65, net->linear9_weight, net->linear9_bias, w->add15, w->tanh5,
            w->mul5);
    k11_x(w->mul5, net->linear10_weight, w->add44, net->linear10_bias, w->x5);
    k9_add(w->x5, net->layernorm11_weight, net->layernorm11_bias, w->div32, w->sqrt_11,
           w->div33, w->add45);
    k4_add(w->add45, net->multiheadattention6_qkv_weight,
           net->multiheadattention6_qkv_bias, w->add28);
    k5_where(w->add28, w->where6);
    k6_div(w->where6, w->exp7, w->sum6, w->div6);
    k7_contract(w->div6, w->add28, w->contract90);
    k12_add((float(*)[64][768])w->contract90, net->multiheadattention6_out_weight,
            w->x5, net->multiheadattention6_out_bias, w->add46);
    k9_add(w->add46, net->layernorm12_weight, net->layernorm12_bias, w->div34,
           w->sqrt_12, w->div35, w->add66);
    k10_mul(w->add66, net->linear11_weight, net->linear11_bias, w->add16, w->tanh6,
            w->mul6);
    k11_x(w->mul6, net->linear12_weight, w->add46, net->linear12_bias, w->x6);
    k9_add(w->x6, net->layernorm13_weight, net->layernorm13_bias, w->div36, w->sqrt_13,
           w->div37, w->add47);
    k4_add(w->add47, net->multiheadattention7_qkv_weight,
           net->multiheadattention7_qkv_bias, w->add29);
    k5_where(w->add29, w->where7);
    k6_div(w->where7, w->exp8, w->sum7, w->div7);
    k7_contract(w->div7, w->add29, w->contract91);
    k12_add((float(*)[64][768])w->contract91, net->multiheadattention7_out_weight,
            w->x6, net->multiheadattention7_out_bias, w->add48);
    k9_add(w->add48, net->layernorm14_weight, net->layernorm14_bias, w->div38,
           w->sqrt_14, w->div39, w->add67);
    k10_mul(w->add67, net->linear13_weight, net->linear13_bias, w->add17, w->tanh7,
            w->mul7);
    k11_x(w->mul7, net->linear14_weight, w->add48, net->linear14_bias, w->x7);
    k9_add(w->x7, net->layernorm15_weight, net->layernorm15_bias, w->div40, w->sqrt_15,
           w->div41, w->add49);
    k4_add(w->add49, net->multiheadattention8_qkv_weight,
           net->multiheadattention8_qkv_bias, w->add30);
    k5_where(w->add30, w->where8);
    k6_div(w->where8, w->exp9, w->sum8, w->div8);
    k7_contract(w->div8, w->add30, w->contract92);
    k12_add((float(*)[64][768])w->contract92, net->multiheadattention8_out_weight,
            w->x7, net->multiheadattention8_out_bias, w->add50);
    k9_add(w->add50, net->layernorm16_weight, net->layernorm16_bias, w->div42,
           w->sqrt_16, w->div43, w->add68);
    k10_mul(w->add68, net->linear15_weight, net->linear15_bias, w->add18, w->tanh8,
            w->mul8);
    k11_x(w->mul8, net->linear16_weight, w->add50, net->linear16_bias, w->x8);
    k9_add(w->x8, net->layernorm17_weight, net->layernorm17_bias, w->div44, w->sqrt_17,
           w->div45, w->add51);
    k4_add(w->add51, net->multiheadattention9_qkv_weight,
           net->multiheadattention9_qkv_bias, w->add31);
    k5_where(w->add31, w->where9);
    k6_div(w->where9, w->exp10, w->sum9, w->div9);
    k7_contract(w->div9, w->add31, w->contract93);
    k12_add((float(*)[64][768])w->contract93, net->multiheadattention9_out_weight,
            w->x8, net->multiheadattention9_out_bias, w->add52);
    k9_add(w->add52, net->layernorm18_weight, net->layernorm18_bias, w->div46,
           w->sqrt_18, w->div47, w->add69);
    k10_mul(w->add69, net->linear17_weight, net->linear17_bias, w->add19, w->tanh9,
            w->mul9);
    k11_x(w->mul9, net->linear18_weight, w->add52, net->linear18_bias, w->x9);
    k9_add(w->x9, net->layernorm19_weight, net->layernorm19_bias, w->div48, w->sqrt_19,
           w->div49, w->add53);
    k4_add(w->add53, net->multiheadattention10_qkv_weight,
           net->multiheadattention10_qkv_bias, w->add32);
    k5_where(w->add32, w->where10);
    k6_div(w->where10, w->exp11, w->sum10, w->div10);
    k7_contract(w->div10, w->add32, w->contract94);
    k12_add((float(*)[64][768])w->contract94, net->multiheadattention10_out_weight,
            w->x9, net->multiheadattention10_out_bias, w->add54);
    k9_add(w->add54, net->layernorm20_weight, net->layernorm20_bias, w->div50,
           w->sqrt_20, w->div51, w->add70);
    k10_mul(w->add70, net->linear19_weight, net->linear19_bias, w->add20, w->tanh10,
            w->mul10);
    k11_x(w->mul10, net->linear20_weight, w->add54, net->linear20_bias, w->x10);
    k9_add(w->x10, net->layernorm21_weight, net->layernorm21_bias, w->div52, w->sqrt_21,
           w->div53, w->add55);
    k4_add(w->add55, net->multiheadattention11_qkv_weight,
           net->multiheadattention11_qkv_bias, w->add33);
    k5_where(w->add33, w->where11);
    k6_div(w->where11, w->exp12, w->sum11, w->div11);
    k7_contract(w->div11, w->add33, w->contract95);
    k12_add((float(*)[64][768])w->contract95, net->multiheadattention11_out_weight,
            w->x10, net->multiheadattention11_out_bias, w->add56);
    k9_add(w->add56, net->layernorm22_weight, net->layernorm22_bias, w->div54,
           w->sqrt_22, w->div55, w->add71);
    k10_mul(w->add71, net->linear21_weight, net->linear21_bias, w->add21, w->tanh11,
            w->mul11);
    k11_x(w->mul11, net->linear22_weight, w->add56, net->linear22_bias, w->x11);
    k9_add(w->x11, net->layernorm23_weight, net->layernorm23_bias, w->div56, w->sqrt_23,
           w->div57, w->add57);
    k4_add(w->add57, net->multiheadattention12_qkv_weight,
           net->multiheadattention12_qkv_bias, w->add34);
    k5_where(w->add34, w->where12);
    k6_div(w->where12, w->exp13, w->sum12, w->div12);
    k7_contract(w->div12, w->add34, w->contract96);
    k12_add((float(*)[64][768])w->contract96, net->multiheadattention12_out_weight,
            w->x11, net->multiheadattention12_out_bias, w->add58);
    k9_add(w->add58, net->layernorm24_weight, net->layernorm24_bias, w->div58,
           w->sqrt_24, w->div59, w->add59);
    k10_mul(w->add59, net->linear23_weight, net->linear23_bias, w->add22, w->tanh12,
            w->mul12);
    k11_x(w->mul12, net->linear24_weight, w->add58, net->linear24_bias, w->x12);
    k9_add(w->x12, net->layernorm25_weight, net->layernorm25_bias, w->div60, w->sqrt_25,
           w->div61, w->x13);
    k13_scatter(target, w->scatter2);
    k14_logits(w->x13, net->embedding1_weight, w->logits);
    k15_dlogits(w->logits, w->sub, w->exp, w->sum13, w->scatter2);
    k16_loss(target, w->sum13, w->sub, &loss);
    k17_dx(w->scatter2, net->embedding1_weight, w->dx);
    k18_dx(w->dx, net->layernorm25_weight, w->x12, w->div60, w->div61, w->sqrt_25,
           w->dx2);
    k19_dlayernorm25_w(w->dx, w->x12, w->div60, w->div61, w->dlayernorm25_weight);
    k20_dlayernorm25_b(w->dx, w->dlayernorm25_bias);
    k21_add(w->dx2, net->linear24_weight, w->tanh12, w->add22);
    k20_dlayernorm25_b(w->dx2, w->dlinear24_bias);
    k22_dlinear23_bias(w->add22, w->dlinear23_bias);
    k23_contract(w->add22, net->linear23_weight, w->contract);
    k24_add(w->contract, net->layernorm24_weight, w->add58, w->div58, w->div59,
            w->sqrt_24, w->dx2, w->add);
    k19_dlayernorm25_w(w->contract, w->add58, w->div58, w->div59,
                       w->dlayernorm24_weight);
    k20_dlayernorm25_b(w->contract, w->dlayernorm24_bias);
    k20_dlayernorm25_b(w->add, w->dmultiheadattention12_out_bias);
    k25_contract(w->add, net->multiheadattention12_out_weight, w->contract2);
    k26_contract((float(*)[64][12][64])w->contract2, w->add34, w->contract4);
    k27_contract(w->div12, (float(*)[64][12][64])w->contract2, w->contract15);
    k28_mul(w->contract4, w->div12, w->sum12, w->exp13);
    k29_contract(w->exp13, w->add34, w->contract10);
    k30_contract(w->exp13, w->add34, w->contract14);
    k31_concat((float(*)[64][768])w->contract10, (float(*)[64][768])w->contract14,
               (float(*)[64][768])w->contract15, w->concat);
    k32_dmultiheadatte(w->concat, w->dmultiheadattention12_qkv_bias);
    k33_contract(w->concat, net->multiheadattention12_qkv_weight, w->contract11);
    k24_add(w->contract11, net->layernorm23_weight, w->x11, w->div56, w->div57,
            w->sqrt_23, w->add, w->dx3);
    k19_dlayernorm25_w(w->contract11, w->x11, w->div56, w->div57,
                       w->dlayernorm23_weight);
    k20_dlayernorm25_b(w->contract11, w->dlayernorm23_bias);
    k21_add(w->dx3, net->linear22_weight, w->tanh11, w->add21);
    k20_dlayernorm25_b(w->dx3, w->dlinear22_bias);
    k22_dlinear23_bias(w->add21, w->dlinear21_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract96, w->add,
                       w->dmultiheadattention12_out_weight);
    k23_contract(w->add21, net->linear21_weight, w->contract6);
    k24_add(w->contract6, net->layernorm22_weight, w->add56, w->div54, w->div55,
            w->sqrt_22, w->dx3, w->add2);
    k19_dlayernorm25_w(w->contract6, w->add56, w->div54, w->div55,
                       w->dlayernorm22_weight);
    k20_dlayernorm25_b(w->contract6, w->dlayernorm22_bias);
    k20_dlayernorm25_b(w->add2, w->dmultiheadattention11_out_bias);
    k25_contract(w->add2, net->multiheadattention11_out_weight, w->contract7);
    k26_contract((float(*)[64][12][64])w->contract7, w->add33, w->contract12);
    k27_contract(w->div11, (float(*)[64][12][64])w->contract7, w->contract26);
    k28_mul(w->contract12, w->div11, w->sum11, w->exp12);
    k29_contract(w->exp12, w->add33, w->contract20);
    k30_contract(w->exp12, w->add33, w->contract24);
    k31_concat((float(*)[64][768])w->contract20, (float(*)[64][768])w->contract24,
               (float(*)[64][768])w->contract26, w->concat3);
    k32_dmultiheadatte(w->concat3, w->dmultiheadattention11_qkv_bias);
    k33_contract(w->concat3, net->multiheadattention11_qkv_weight, w->contract21);
    k24_add(w->contract21, net->layernorm21_weight, w->x10, w->div52, w->div53,
            w->sqrt_21, w->add2, w->dx4);
    k19_dlayernorm25_w(w->contract21, w->x10, w->div52, w->div53,
                       w->dlayernorm21_weight);
    k20_dlayernorm25_b(w->contract21, w->dlayernorm21_bias);
    k21_add(w->dx4, net->linear20_weight, w->tanh10, w->add20);
    k20_dlayernorm25_b(w->dx4, w->dlinear20_bias);
    k22_dlinear23_bias(w->add20, w->dlinear19_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract95, w->add2,
                       w->dmultiheadattention11_out_weight);
    k23_contract(w->add20, net->linear19_weight, w->contract16);
    k24_add(w->contract16, net->layernorm20_weight, w->add54, w->div50, w->div51,
            w->sqrt_20, w->dx4, w->add3);
    k19_dlayernorm25_w(w->contract16, w->add54, w->div50, w->div51,
                       w->dlayernorm20_weight);
    k20_dlayernorm25_b(w->contract16, w->dlayernorm20_bias);
    k20_dlayernorm25_b(w->add3, w->dmultiheadattention10_out_bias);
    k25_contract(w->add3, net->multiheadattention10_out_weight, w->contract17);
    k26_contract((float(*)[64][12][64])w->contract17, w->add32, w->contract22);
    k27_contract(w->div10, (float(*)[64][12][64])w->contract17, w->contract33);
    k28_mul(w->contract22, w->div10, w->sum10, w->exp11);
    k29_contract(w->exp11, w->add32, w->contract29);
    k30_contract(w->exp11, w->add32, w->contract32);
    k31_concat((float(*)[64][768])w->contract29, (float(*)[64][768])w->contract32,
               (float(*)[64][768])w->contract33, w->concat5);
    k32_dmultiheadatte(w->concat5, w->dmultiheadattention10_qkv_bias);
    k33_contract(w->concat5, net->multiheadattention10_qkv_weight, w->contract30);
    k24_add(w->contract30, net->layernorm19_weight, w->x9, w->div48, w->div49,
            w->sqrt_19, w->add3, w->dx5);
    k19_dlayernorm25_w(w->contract30, w->x9, w->div48, w->div49,
                       w->dlayernorm19_weight);
    k20_dlayernorm25_b(w->contract30, w->dlayernorm19_bias);
    k21_add(w->dx5, net->linear18_weight, w->tanh9, w->add19);
    k20_dlayernorm25_b(w->dx5, w->dlinear18_bias);
    k22_dlinear23_bias(w->add19, w->dlinear17_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract94, w->add3,
                       w->dmultiheadattention10_out_weight);
    k23_contract(w->add19, net->linear17_weight, w->contract27);
    k24_add(w->contract27, net->layernorm18_weight, w->add52, w->div46, w->div47,
            w->sqrt_18, w->dx5, w->add4);
    k19_dlayernorm25_w(w->contract27, w->add52, w->div46, w->div47,
                       w->dlayernorm18_weight);
    k20_dlayernorm25_b(w->contract27, w->dlayernorm18_bias);
    k20_dlayernorm25_b(w->add4, w->dmultiheadattention9_out_bias);
    k25_contract(w->add4, net->multiheadattention9_out_weight, w->contract28);
    k26_contract((float(*)[64][12][64])w->contract28, w->add31, w->contract31);
    k27_contract(w->div9, (float(*)[64][12][64])w->contract28, w->contract40);
    k28_mul(w->contract31, w->div9, w->sum9, w->exp10);
    k29_contract(w->exp10, w->add31, w->contract36);
    k30_contract(w->exp10, w->add31, w->contract39);
    k31_concat((float(*)[64][768])w->contract36, (float(*)[64][768])w->contract39,
               (float(*)[64][768])w->contract40, w->concat6);
    k32_dmultiheadatte(w->concat6, w->dmultiheadattention9_qkv_bias);
    k33_contract(w->concat6, net->multiheadattention9_qkv_weight, w->contract37);
    k24_add(w->contract37, net->layernorm17_weight, w->x8, w->div44, w->div45,
            w->sqrt_17, w->add4, w->dx6);
    k19_dlayernorm25_w(w->contract37, w->x8, w->div44, w->div45,
                       w->dlayernorm17_weight);
    k20_dlayernorm25_b(w->contract37, w->dlayernorm17_bias);
    k21_add(w->dx6, net->linear16_weight, w->tanh8, w->add18);
    k20_dlayernorm25_b(w->dx6, w->dlinear16_bias);
    k22_dlinear23_bias(w->add18, w->dlinear15_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract93, w->add4,
                       w->dmultiheadattention9_out_weight);
    k23_contract(w->add18, net->linear15_weight, w->contract34);
    k24_add(w->contract34, net->layernorm16_weight, w->add50, w->div42, w->div43,
            w->sqrt_16, w->dx6, w->add5);
    k19_dlayernorm25_w(w->contract34, w->add50, w->div42, w->div43,
                       w->dlayernorm16_weight);
    k20_dlayernorm25_b(w->contract34, w->dlayernorm16_bias);
    k20_dlayernorm25_b(w->add5, w->dmultiheadattention8_out_bias);
    k25_contract(w->add5, net->multiheadattention8_out_weight, w->contract35);
    k26_contract((float(*)[64][12][64])w->contract35, w->add30, w->contract38);
    k27_contract(w->div8, (float(*)[64][12][64])w->contract35, w->contract47);
    k28_mul(w->contract38, w->div8, w->sum8, w->exp9);
    k29_contract(w->exp9, w->add30, w->contract43);
    k30_contract(w->exp9, w->add30, w->contract46);
    k31_concat((float(*)[64][768])w->contract43, (float(*)[64][768])w->contract46,
               (float(*)[64][768])w->contract47, w->concat7);
    k32_dmultiheadatte(w->concat7, w->dmultiheadattention8_qkv_bias);
    k33_contract(w->concat7, net->multiheadattention8_qkv_weight, w->contract44);
    k24_add(w->contract44, net->layernorm15_weight, w->x7, w->div40, w->div41,
            w->sqrt_15, w->add5, w->dx7);
    k19_dlayernorm25_w(w->contract44, w->x7, w->div40, w->div41,
                       w->dlayernorm15_weight);
    k20_dlayernorm25_b(w->contract44, w->dlayernorm15_bias);
    k21_add(w->dx7, net->linear14_weight, w->tanh7, w->add17);
    k20_dlayernorm25_b(w->dx7, w->dlinear14_bias);
    k22_dlinear23_bias(w->add17, w->dlinear13_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract92, w->add5,
                       w->dmultiheadattention8_out_weight);
    k23_contract(w->add17, net->linear13_weight, w->contract41);
    k24_add(w->contract41, net->layernorm14_weight, w->add48, w->div38, w->div39,
            w->sqrt_14, w->dx7, w->add6);
    k19_dlayernorm25_w(w->contract41, w->add48, w->div38, w->div39,
                       w->dlayernorm14_weight);
    k20_dlayernorm25_b(w->contract41, w->dlayernorm14_bias);
    k20_dlayernorm25_b(w->add6, w->dmultiheadattention7_out_bias);
    k25_contract(w->add6, net->multiheadattention7_out_weight, w->contract42);
    k26_contract((float(*)[64][12][64])w->contract42, w->add29, w->contract45);
    k27_contract(w->div7, (float(*)[64][12][64])w->contract42, w->contract54);
    k28_mul(w->contract45, w->div7, w->sum7, w->exp8);
    k29_contract(w->exp8, w->add29, w->contract50);
    k30_contract(w->exp8, w->add29, w->contract53);
    k31_concat((float(*)[64][768])w->contract50, (float(*)[64][768])w->contract53,
               (float(*)[64][768])w->contract54, w->concat8);
    k32_dmultiheadatte(w->concat8, w->dmultiheadattention7_qkv_bias);
    k33_contract(w->concat8, net->multiheadattention7_qkv_weight, w->contract51);
    k24_add(w->contract51, net->layernorm13_weight, w->x6, w->div36, w->div37,
            w->sqrt_13, w->add6, w->dx8);
    k19_dlayernorm25_w(w->contract51, w->x6, w->div36, w->div37,
                       w->dlayernorm13_weight);
    k20_dlayernorm25_b(w->contract51, w->dlayernorm13_bias);
    k21_add(w->dx8, net->linear12_weight, w->tanh6, w->add16);
    k20_dlayernorm25_b(w->dx8, w->dlinear12_bias);
    k22_dlinear23_bias(w->add16, w->dlinear11_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract91, w->add6,
                       w->dmultiheadattention7_out_weight);
    k23_contract(w->add16, net->linear11_weight, w->contract48);
    k24_add(w->contract48, net->layernorm12_weight, w->add46, w->div34, w->div35,
            w->sqrt_12, w->dx8, w->add7);
    k19_dlayernorm25_w(w->contract48, w->add46, w->div34, w->div35,
                       w->dlayernorm12_weight);
    k20_dlayernorm25_b(w->contract48, w->dlayernorm12_bias);
    k20_dlayernorm25_b(w->add7, w->dmultiheadattention6_out_bias);
    k25_contract(w->add7, net->multiheadattention6_out_weight, w->contract49);
    k26_contract((float(*)[64][12][64])w->contract49, w->add28, w->contract52);
    k27_contract(w->div6, (float(*)[64][12][64])w->contract49, w->contract61);
    k28_mul(w->contract52, w->div6, w->sum6, w->exp7);
    k29_contract(w->exp7, w->add28, w->contract57);
    k30_contract(w->exp7, w->add28, w->contract60);
    k31_concat((float(*)[64][768])w->contract57, (float(*)[64][768])w->contract60,
               (float(*)[64][768])w->contract61, w->concat9);
    k32_dmultiheadatte(w->concat9, w->dmultiheadattention6_qkv_bias);
    k33_contract(w->concat9, net->multiheadattention6_qkv_weight, w->contract58);
    k24_add(w->contract58, net->layernorm11_weight, w->x5, w->div32, w->div33,
            w->sqrt_11, w->add7, w->dx9);
    k19_dlayernorm25_w(w->contract58, w->x5, w->div32, w->div33,
                       w->dlayernorm11_weight);
    k20_dlayernorm25_b(w->contract58, w->dlayernorm11_bias);
    k21_add(w->dx9, net->linear10_weight, w->tanh5, w->add15);
    k20_dlayernorm25_b(w->dx9, w->dlinear10_bias);
    k22_dlinear23_bias(w->add15, w->dlinear9_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract90, w->add7,
                       w->dmultiheadattention6_out_weight);
    k23_contract(w->add15, net->linear9_weight, w->contract55);
    k24_add(w->contract55, net->layernorm10_weight, w->add44, w->div30, w->div31,
            w->sqrt_10, w->dx9, w->add8);
    k19_dlayernorm25_w(w->contract55, w->add44, w->div30, w->div31,
                       w->dlayernorm10_weight);
    k20_dlayernorm25_b(w->contract55, w->dlayernorm10_bias);
    k20_dlayernorm25_b(w->add8, w->dmultiheadattention5_out_bias);
    k25_contract(w->add8, net->multiheadattention5_out_weight, w->contract56);
    k26_contract((float(*)[64][12][64])w->contract56, w->add27, w->contract59);
    k27_contract(w->div5, (float(*)[64][12][64])w->contract56, w->contract68);
    k28_mul(w->contract59, w->div5, w->sum5, w->exp6);
    k29_contract(w->exp6, w->add27, w->contract64);
    k30_contract(w->exp6, w->add27, w->contract67);
    k31_concat((float(*)[64][768])w->contract64, (float(*)[64][768])w->contract67,
               (float(*)[64][768])w->contract68, w->concat10);
    k32_dmultiheadatte(w->concat10, w->dmultiheadattention5_qkv_bias);
    k33_contract(w->concat10, net->multiheadattention5_qkv_weight, w->contract65);
    k24_add(w->contract65, net->layernorm9_weight, w->x4, w->div28, w->div29, w->sqrt_9,
            w->add8, w->dx10);
    k19_dlayernorm25_w(w->contract65, w->x4, w->div28, w->div29, w->dlayernorm9_weight);
    k20_dlayernorm25_b(w->contract65, w->dlayernorm9_bias);
    k21_add(w->dx10, net->linear8_weight, w->tanh4, w->add14);
    k20_dlayernorm25_b(w->dx10, w->dlinear8_bias);
    k22_dlinear23_bias(w->add14, w->dlinear7_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract89, w->add8,
                       w->dmultiheadattention5_out_weight);
    k23_contract(w->add14, net->linear7_weight, w->contract62);
    k24_add(w->contract62, net->layernorm8_weight, w->add42, w->div26, w->div27,
            w->sqrt_8, w->dx10, w->add9);
    k19_dlayernorm25_w(w->contract62, w->add42, w->div26, w->div27,
                       w->dlayernorm8_weight);
    k20_dlayernorm25_b(w->contract62, w->dlayernorm8_bias);
    k20_dlayernorm25_b(w->add9, w->dmultiheadattention4_out_bias);
    k25_contract(w->add9, net->multiheadattention4_out_weight, w->contract63);
    k26_contract((float(*)[64][12][64])w->contract63, w->add26, w->contract66);
    k27_contract(w->div4, (float(*)[64][12][64])w->contract63, w->contract75);
    k28_mul(w->contract66, w->div4, w->sum4, w->exp5);
    k29_contract(w->exp5, w->add26, w->contract71);
    k30_contract(w->exp5, w->add26, w->contract74);
    k31_concat((float(*)[64][768])w->contract71, (float(*)[64][768])w->contract74,
               (float(*)[64][768])w->contract75, w->concat11);
    k32_dmultiheadatte(w->concat11, w->dmultiheadattention4_qkv_bias);
    k33_contract(w->concat11, net->multiheadattention4_qkv_weight, w->contract72);
    k24_add(w->contract72, net->layernorm7_weight, w->x3, w->div24, w->div25, w->sqrt_7,
            w->add9, w->dx11);
    k19_dlayernorm25_w(w->contract72, w->x3, w->div24, w->div25, w->dlayernorm7_weight);
    k20_dlayernorm25_b(w->contract72, w->dlayernorm7_bias);
    k21_add(w->dx11, net->linear6_weight, w->tanh3, w->add13);
    k20_dlayernorm25_b(w->dx11, w->dlinear6_bias);
    k22_dlinear23_bias(w->add13, w->dlinear5_bias);
    k34_dmultiheadatte((float(*)[64][768])w->contract88, w->add9,
                       w->dmultiheadattention4_out_weight);
    k23_contract(w->add13, net->linear5_weight, w->contract69);
    k24_add(w->contract69, net->layernorm6_weight, w->add40, w->div22, w->div23,
            w->sqrt_6, w->dx11, w->add10);
    k19_dlayernorm25_w(w->contract69, w->add40, w->div22, w->div23,
                       w->dlayernorm6_weight);
    k20_dlayernorm25_b(w->contract69, w->dlayernorm6_bias);
    k20_dlayernorm25_b(w->add10, w->dmultiheadattention3_out_bias);
    k25_contract(w->add10, net->multiheadattention3_out_weight, w->contract70);
    k26_contract((float(*)[64][12][64])w->contract70, w->add25, w->contract73);
    k27_contract(w->div3, (float(*)[64][12][64])w->contract70, w->contract82);
    k28_mul(w->contract73, w->div3, w->sum3, w->exp4);
    k29_contract(w->exp4, w->add25, w->contract79);
    k30_contract(w->exp4, w->add25, w->contract81);
    k31_concat((float(*)[64][768])w->contract79, (float(*)[64][768])w->contract81,
               (float(*)[64][768])w->contract82, w->concat12);
    k33_contract(w->concat12, net->multiheadattention3_qkv_weight, w->contract80);
    k32_dmultiheadatte(w->concat12, w->dmultiheadattention3_qkv_bias);
    k24_add(w->contract80, net->layernorm5_weight, w->x2, w->div20, w->div21, w->sqrt_5,
            w->add10, w->dx12);
    k19_dlayernorm25_w(w->contract80, w->x2, w->div20, w->div21, w->dlayernorm5_weight);
    k20_dlayernorm25_b(w->contract80, w->dlayernorm5_bias);
    k21_add(w->dx12, net->linear4_weight, w->tanh2, w->add12);
    k34_dmultiheadatte((float(*)[64][768])w->contract87, w->add10,
                       w->dmultiheadattention3_out_weight);
    k20_dlayernorm25_b(w->dx12, w->dlinear4_bias);
    k23_contract(w->add12, net->linear3_weight, w->contract76);
    k35_dmultiheadatte(w->add57, w->concat, w->dmultiheadattention12_qkv_weight);
    k22_dlinear23_bias(w->add12, w->dlinear3_bias);
    k24_add(w->contract76, net->layernorm4_weight, w->add38, w->div18, w->div19,
            w->sqrt_4, w->dx12, w->add11);
    k19_dlayernorm25_w(w->contract76, w->add38, w->div18, w->div19,
                       w->dlayernorm4_weight);
    k20_dlayernorm25_b(w->contract76, w->dlayernorm4_bias);
    k25_contract(w->add11, net->multiheadattention2_out_weight, w->contract3);
    k34_dmultiheadatte((float(*)[64][768])w->contract86, w->add11,
                       w->dmultiheadattention2_out_weight);
    k20_dlayernorm25_b(w->add11, w->dmultiheadattention2_out_bias);
    k26_contract((float(*)[64][12][64])w->contract3, w->add24, w->contract5);
    k27_contract(w->div2, (float(*)[64][12][64])w->contract3, w->contract84);
    k28_mul(w->contract5, w->div2, w->sum2, w->exp3);
    k29_contract(w->exp3, w->add24, w->contract77);
    k30_contract(w->exp3, w->add24, w->contract83);
    k31_concat((float(*)[64][768])w->contract77, (float(*)[64][768])w->contract83,
               (float(*)[64][768])w->contract84, w->concat2);
    k33_contract(w->concat2, net->multiheadattention2_qkv_weight, w->contract78);
    k35_dmultiheadatte(w->add55, w->concat3, w->dmultiheadattention11_qkv_weight);
    k32_dmultiheadatte(w->concat2, w->dmultiheadattention2_qkv_bias);
    k36_dx(w->contract78, net->layernorm3_weight, w->x, w->div16, w->div17, w->sqrt_3,
           w->add11);
    k19_dlayernorm25_w(w->contract78, w->x, w->div16, w->div17, w->dlayernorm3_weight);
    k20_dlayernorm25_b(w->contract78, w->dlayernorm3_bias);
    k21_add(w->add11, net->linear2_weight, w->tanh, w->add60);
    k35_dmultiheadatte(w->add53, w->concat5, w->dmultiheadattention10_qkv_weight);
    k20_dlayernorm25_b(w->add11, w->dlinear2_bias);
    k23_contract(w->add60, net->linear1_weight, w->contract8);
    k35_dmultiheadatte(w->add51, w->concat6, w->dmultiheadattention9_qkv_weight);
    k22_dlinear23_bias(w->add60, w->dlinear1_bias);
    k24_add(w->contract8, net->layernorm2_weight, w->add36, w->div14, w->div15,
            w->sqrt_2, w->add11, w->add72);
    k19_dlayernorm25_w(w->contract8, w->add36, w->div14, w->div15,
                       w->dlayernorm2_weight);
    k20_dlayernorm25_b(w->contract8, w->dlayernorm2_bias);
    k25_contract(w->add72, net->multiheadattention1_out_weight, w->contract9);
    k34_dmultiheadatte((float(*)[64][768])w->contract85, w->add72,
                       w->dmultiheadattention1_out_weight);
    k20_dlayernorm25_b(w->add72, w->dmultiheadattention1_out_bias);
    k26_contract((float(*)[64][12][64])w->contract9, w->add23, w->contract13);
    k27_contract(w->div, (float(*)[64][12][64])w->contract9, w->contract25);
    k28_mul(w->contract13, w->div, w->sum, w->exp2);
    k29_contract(w->exp2, w->add23, w->contract18);
    k30_contract(w->exp2, w->add23, w->contract23);
    k31_concat((float(*)[64][768])w->contract18, (float(*)[64][768])w->contract23,
               (float(*)[64][768])w->contract25, w->concat4);
    k33_contract(w->concat4, net->multiheadattention1_qkv_weight, w->contract19);
    k35_dmultiheadatte(w->add49, w->concat7, w->dmultiheadattention8_qkv_weight);
    k32_dmultiheadatte(w->concat4, w->dmultiheadattention1_qkv_bias);
    k37_dx(w->contract19, net->layernorm1_weight, w->sub2, w->div13, w->sqrt_,
           w->add72);
    k38_dlayernorm1_we(w->contract19, w->sub2, w->div13, w->dlayernorm1_weight);
    k20_dlayernorm25_b(w->contract19, w->dlayernorm1_bias);
    k35_dmultiheadatte(w->add47, w->concat8, w->dmultiheadattention7_qkv_weight);
    k39_sum(w->add72, w->sum14);
    k35_dmultiheadatte(w->add45, w->concat9, w->dmultiheadattention6_qkv_weight);
    k35_dmultiheadatte(w->add43, w->concat10, w->dmultiheadattention5_qkv_weight);
    k35_dmultiheadatte(w->add41, w->concat11, w->dmultiheadattention4_qkv_weight);
    k35_dmultiheadatte(w->add39, w->concat12, w->dmultiheadattention3_qkv_weight);
    k35_dmultiheadatte(w->add37, w->concat2, w->dmultiheadattention2_qkv_weight);
    k35_dmultiheadatte(w->add35, w->concat4, w->dmultiheadattention1_qkv_weight);
    k40_dlinear24_weig(w->mul12, w->dx2, w->dlinear24_weight);
    k41_dlinear23_weig(w->add59, w->add22, w->dlinear23_weight);
    k40_dlinear24_weig(w->mul11, w->dx3, w->dlinear22_weight);
    k41_dlinear23_weig(w->add71, w->add21, w->dlinear21_weight);
    k40_dlinear24_weig(w->mul10, w->dx4, w->dlinear20_weight);
    k41_dlinear23_weig(w->add70, w->add20, w->dlinear19_weight);
    k40_dlinear24_weig(w->mul9, w->dx5, w->dlinear18_weight);
    k41_dlinear23_weig(w->add69, w->add19, w->dlinear17_weight);
    k40_dlinear24_weig(w->mul8, w->dx6, w->dlinear16_weight);
    k41_dlinear23_weig(w->add68, w->add18, w->dlinear15_weight);
    k40_dlinear24_weig(w->mul7, w->dx7, w->dlinear14_weight);
    k41_dlinear23_weig(w->add67, w->add17, w->dlinear13_weight);
    k40_dlinear24_weig(w->mul6, w->dx8, w->dlinear12_weight);
    k41_dlinear23_weig(w->add66, w->add16, w->dlinear11_weight);
    k40_dlinear24_weig(w->mul5, w->dx9, w->dlinear10_weight);
    k41_dlinear23_weig(w->add65, w->add15, w->dlinear9_weight);
    k40_dlinear24_weig(w->mul4, w->dx10, w->dlinear8_weight);
    k41_dlinear23_weig(w->add64, w->add14, w->dlinear7_weight);
    k40_dlinear24_weig(w->mul3, w->dx11, w->dlinear6_weight);
    k41_dlinear23_weig(w->add63, w->add13, w->dlinear5_weight);
    k40_dlinear24_weig(w->mul2, w->dx12, w->dlinear4_weight);
    k41_dlinear23_weig(w->add62, w->add12, w->dlinear3_weight);
    k40_dlinear24_weig(w->mul, w->add11, w->dlinear2_weight);
    k41_dlinear23_weig(w->add61, w->add60, w->dlinear1_weight);
    k42_scatter(tokens, w->add72, w->scatter);
    k43_dembedding1_we(w->scatter2, w->x13, w->scatter);
    k44_add(w->scatter, w->sum14, &add);
    k45_add(w->dmultiheadattention1_qkv_weight, &add);
    k46_add(w->dmultiheadattention1_qkv_bias, &add);
    k47_add(w->dmultiheadattention1_out_weight, &add);
    k48_add(w->dmultiheadattention1_out_bias, &add);
    k48_add(w->dlayernorm1_weight, &add);
    k48_add(w->dlayernorm1_bias, &add);
    k48_add(w->dlayernorm2_weight, &add);
    k48_add(w->dlayernorm2_bias, &add);
    k49_add(w->dlinear1_weight, &add);
    k50_add(w->dlinear1_bias, &add);
    k51_add(w->dlinear2_weight, &add);
    k48_add(w->dlinear2_bias, &add);
    k45_add(w->dmultiheadattention2_qkv_weight, &add);
    k46_add(w->dmultiheadattention2_qkv_bias, &add);
    k47_add(w->dmultiheadattention2_out_weight, &add);
    k48_add(w->dmultiheadattention2_out_bias, &add);
    k48_add(w->dlayernorm3_weight, &add);
    k48_add(w->dlayernorm3_bias, &add);
    k48_add(w->dlayernorm4_weight, &add);
    k48_add(w->dlayernorm4_bias, &add);
    k49_add(w->dlinear3_weight, &add);
    k50_add(w->dlinear3_bias, &add);
    k51_add(w->dlinear4_weight, &add);
    k48_add(w->dlinear4_bias, &add);
    k45_add(w->dmultiheadattention3_qkv_weight, &add);
    k46_add(w->dmultiheadattention3_qkv_bias, &add);
    k47_add(w->dmultiheadattention3_out_weight, &add);
    k48_add(w->dmultiheadattention3_out_bias, &add);
    k48_add(w->dlayernorm5_weight, &add);
    k48_add(w->dlayernorm5_bias, &add);
    k48_add(w->dlayernorm6_weight, &add);
    k48_add(w->dlayernorm6_bias, &add);
    k49_add(w->dlinear5_weight, &add);
    k50_add(w->dlinear5_bias, &add);
    k51_add(w->dlinear6_weight, &add);
    k48_add(w->dlinear6_bias, &add);
    k45_add(w->dmultiheadattention4_qkv_weight, &add);
    k46_add(w->dmultiheadattention4_qkv_bias, &add);
    k47_add(w->dmultiheadattention4_out_weight, &add);
    k48_add(w->dmultiheadattention4_out_bias, &add);
    k48_add(w->dlayernorm7_weight, &add);
    k48_add(w->dlayernorm7_bias, &add);
    k48_add(w->dlayernorm8_weight, &add);
    k48_add(w->dlayernorm8_bias, &add);
    k49_add(w->dlinear7_weight, &add);
    k50_add(w->dlinear7_bias, &add);
    k51_add(w->dlinear8_weight, &add);
    k48_add(w->dlinear8_bias, &add);
    k45_add(w->dmultiheadattention5_qkv_weight, &add);
    k46_add(w->dmultiheadattention5_qkv_bias, &add);
    k47_add(w->dmultiheadattention5_out_weight, &add);
    k48_add(w->dmultiheadattention5_out_bias, &add);
    k48_add(w->dlayernorm9_weight, &add);
    k48_add(w->dlayernorm9_bias, &add);
    k48_add(w->dlayernorm10_weight, &add);
    k48_add(w->dlayernorm10_bias, &add);
    k49_add(w->dlinear9_weight, &add);
    k50_add(w->dlinear9_bias, &add);
    k51_add(w->dlinear10_weight, &add);
    k48_add(w->dlinear10_bias, &add);
    k45_add(w->dmultiheadattention6_qkv_weight, &add);
    k46_add(w->dmultiheadattention6_qkv_bias, &add);
    k47_add(w->dmultiheadattention6_out_weight, &add);
    k48_add(w->dmultiheadattention6_out_bias, &add);
    k48_add(w->dlayernorm11_weight, &add);
    k48_add(w->dlayernorm11_bias, &add);
    k48_add(w->dlayernorm12_weight, &add);
    k48_add(w->dlayernorm12_bias, &add);
    k49_add(w->dlinear11_weight, &add);
    k50_add(w->dlinear11_bias, &add);
    k51_add(w->dlinear12_weight, &add);
    k48_add(w->dlinear12_bias, &add);
    k45_add(w->dmultiheadattention7_qkv_weight, &add);
    k46_add(w->dmultiheadattention7_qkv_bias, &add);
    k47_add(w->dmultiheadattention7_out_weight, &add);
    k48_add(w->dmultiheadattention7_out_bias, &add);
    k48_add(w->dlayernorm13_weight, &add);
    k48_add(w->dlayernorm13_bias, &add);
    k48_add(w->dlayernorm14_weight, &add);
    k48_add(w->dlayernorm14_bias, &add);
    k49_add(w->dlinear13_weight, &add);
    k50_add(w->dlinear13_bias, &add);
    k51_add(w->dlinear14_weight, &add);
    k48_add(w->dlinear14_bias, &add);
    k45_add(w->dmultiheadattention8_qkv_weight, &add);
    k46_add(w->dmultiheadattention8_qkv_bias, &add);
    k47_add(w->dmultiheadattention8_out_weight, &add);
    k48_add(w->dmultiheadattention8_out_bias, &add);
    k48_add(w->dlayernorm15_weight, &add);
    k48_add(w->dlayernorm15_bias, &add);
    k48_add(w->dlayernorm16_weight, &add);
    k48_add(w->dlayernorm16_bias, &add);
    k49_add(w->dlinear15_weight, &add);
    k50_add(w->dlinear15_bias, &add);
    k51_add(w->dlinear16_weight, &add);
    k48_add(w->dlinear16_bias, &add);
    k45_add(w->dmultiheadattention9_qkv_weight, &add);
    k46_add(w->dmultiheadattention9_qkv_bias, &add);
    k47_add(w->dmultiheadattention9_out_weight, &add);
    k48_add(w->dmultiheadattention9_out_bias, &add);
    k48_add(w->dlayernorm17_weight, &add);
    k48_add(w->dlayernorm17_bias, &add);
    k48_add(w->dlayernorm18_weight, &add);
    k48_add(w->dlayernorm18_bias, &add);
    k49_add(w->dlinear17_weight, &add);
    k50_add(w->dlinear17_bias, &add);
    k51_add(w->dlinear18_weight, &add);
    k48_add(w->dlinear18_bias, &add);
    k45_add(w->dmultiheadattention10_qkv_weight, &add);
    k46_add(w->dmultiheadattention10_qkv_bias, &add);
    k47_add(w->dmultiheadattention10_out_weight, &add);
    k48_add(w->dmultiheadattention10_out_bias, &add);
    k48_add(w->dlayernorm19_weight, &add);
    k48_add(w->dlayernorm19_bias, &add);
    k48_add(w->dlayernorm20_weight, &add);
    k48_add(w->dlayernorm20_bias, &add);
    k49_add(w->dlinear19_weight, &add);
    k50_add(w->dlinear19_bias, &add);
    k51_add(w->dlinear20_weight, &add);
    k48_add(w->dlinear20_bias, &add);
    k45_add(w->dmultiheadattention11_qkv_weight, &add);
    k46_add(w->dmultiheadattention11_qkv_bias, &add);
    k47_add(w->dmultiheadattention11_out_weight, &add);
    k48_add(w->dmultiheadattention11_out_bias, &add);
    k48_add(w->dlayernorm21_weight, &add);
    k48_add(w->dlayernorm21_bias, &add);
    k48_add(w->dlayernorm22_weight, &add);
    k48_add(w->dlayernorm22_bias, &add);
    k49_add(w->dlinear21_weight, &add);
    k50_add(w->dlinear21_bias, &add);
    k51_add(w->dlinear22_weight, &add);
    k48_add(w->dlinear22_bias, &add);
    k45_add(w->dmultiheadattention12_qkv_weight, &add);
    k46_add(w->dmultiheadattention12_qkv_bias, &add);
    k47_add(w->dmultiheadattention12_out_weight, &add);
    k48_add(w->dmultiheadattention12_out_bias, &add);
    k48_add(w->dlayernorm23_weight, &add);
    k48_add(w->dlayernorm23_bias, &add);
    k48_add(w->dlayernorm24_weight, &add);
    k48_add(w->dlayernorm24_bias, &add);
    k49_add(w->dlinear23_weight, &add);
    k50_add(w->dlinear23_bias, &add);
    k51_add(w->dlinear24_weight, &add);
    k48_add(w->dlinear24_bias, &add);
    k48_add(w->dlayernorm25_weight, &add);
    k52_div(w->dlayernorm25_bias, &add);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention1_out_bias, add,
                       net->adamw_v_multiheadattention1_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm1_weight, add,
                       net->adamw_v_layernorm1_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm1_bias, add,
                       net->adamw_v_layernorm1_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm2_weight, add,
                       net->adamw_v_layernorm2_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm2_bias, add,
                       net->adamw_v_layernorm2_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear2_bias, add, net->adamw_v_linear2_bias);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention2_out_bias, add,
                       net->adamw_v_multiheadattention2_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm3_weight, add,
                       net->adamw_v_layernorm3_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm3_bias, add,
                       net->adamw_v_layernorm3_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm4_weight, add,
                       net->adamw_v_layernorm4_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm4_bias, add,
                       net->adamw_v_layernorm4_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear4_bias, add, net->adamw_v_linear4_bias);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention3_out_bias, add,
                       net->adamw_v_multiheadattention3_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm5_weight, add,
                       net->adamw_v_layernorm5_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm5_bias, add,
                       net->adamw_v_layernorm5_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm6_weight, add,
                       net->adamw_v_layernorm6_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm6_bias, add,
                       net->adamw_v_layernorm6_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear6_bias, add, net->adamw_v_linear6_bias);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention4_out_bias, add,
                       net->adamw_v_multiheadattention4_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm7_weight, add,
                       net->adamw_v_layernorm7_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm7_bias, add,
                       net->adamw_v_layernorm7_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm8_weight, add,
                       net->adamw_v_layernorm8_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm8_bias, add,
                       net->adamw_v_layernorm8_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear8_bias, add, net->adamw_v_linear8_bias);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention5_out_bias, add,
                       net->adamw_v_multiheadattention5_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm9_weight, add,
                       net->adamw_v_layernorm9_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm9_bias, add,
                       net->adamw_v_layernorm9_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm10_weight, add,
                       net->adamw_v_layernorm10_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm10_bias, add,
                       net->adamw_v_layernorm10_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention1_qkv_bias, add,
                       net->adamw_v_multiheadattention1_qkv_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear10_bias, add, net->adamw_v_linear10_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention2_qkv_bias, add,
                       net->adamw_v_multiheadattention2_qkv_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention3_qkv_bias, add,
                       net->adamw_v_multiheadattention3_qkv_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention4_qkv_bias, add,
                       net->adamw_v_multiheadattention4_qkv_bias);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention6_out_bias, add,
                       net->adamw_v_multiheadattention6_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm11_weight, add,
                       net->adamw_v_layernorm11_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm11_bias, add,
                       net->adamw_v_layernorm11_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm12_weight, add,
                       net->adamw_v_layernorm12_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm12_bias, add,
                       net->adamw_v_layernorm12_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention5_qkv_bias, add,
                       net->adamw_v_multiheadattention5_qkv_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention6_qkv_bias, add,
                       net->adamw_v_multiheadattention6_qkv_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear1_bias, add, net->adamw_v_linear1_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear12_bias, add, net->adamw_v_linear12_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear3_bias, add, net->adamw_v_linear3_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention7_qkv_bias, add,
                       net->adamw_v_multiheadattention7_qkv_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear5_bias, add, net->adamw_v_linear5_bias);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention7_out_bias, add,
                       net->adamw_v_multiheadattention7_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm13_weight, add,
                       net->adamw_v_layernorm13_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm13_bias, add,
                       net->adamw_v_layernorm13_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm14_weight, add,
                       net->adamw_v_layernorm14_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm14_bias, add,
                       net->adamw_v_layernorm14_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear7_bias, add, net->adamw_v_linear7_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear9_bias, add, net->adamw_v_linear9_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear11_bias, add, net->adamw_v_linear11_bias);
    k53_adamw_v_multih(net->beta2, w->dlinear14_bias, add, net->adamw_v_linear14_bias);
    k55_adamw_v_linear(net->beta2, w->dlinear13_bias, add, net->adamw_v_linear13_bias);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention8_qkv_bias, add,
                       net->adamw_v_multiheadattention8_qkv_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention1_out_weight, add,
                       net->adamw_v_multiheadattention1_out_weight);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention8_out_bias, add,
                       net->adamw_v_multiheadattention8_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm15_weight, add,
                       net->adamw_v_layernorm15_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm15_bias, add,
                       net->adamw_v_layernorm15_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm16_weight, add,
                       net->adamw_v_layernorm16_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm16_bias, add,
                       net->adamw_v_layernorm16_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention2_out_weight, add,
                       net->adamw_v_multiheadattention2_out_weight);
    k55_adamw_v_linear(net->beta2, w->dlinear15_bias, add, net->adamw_v_linear15_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention3_out_weight, add,
                       net->adamw_v_multiheadattention3_out_weight);
    k53_adamw_v_multih(net->beta2, w->dlinear16_bias, add, net->adamw_v_linear16_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention4_out_weight, add,
                       net->adamw_v_multiheadattention4_out_weight);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention9_qkv_bias, add,
                       net->adamw_v_multiheadattention9_qkv_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention5_out_weight, add,
                       net->adamw_v_multiheadattention5_out_weight);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention9_out_bias, add,
                       net->adamw_v_multiheadattention9_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm17_weight, add,
                       net->adamw_v_layernorm17_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm17_bias, add,
                       net->adamw_v_layernorm17_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm18_weight, add,
                       net->adamw_v_layernorm18_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm18_bias, add,
                       net->adamw_v_layernorm18_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention6_out_weight, add,
                       net->adamw_v_multiheadattention6_out_weight);
    k55_adamw_v_linear(net->beta2, w->dlinear17_bias, add, net->adamw_v_linear17_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention7_out_weight, add,
                       net->adamw_v_multiheadattention7_out_weight);
    k53_adamw_v_multih(net->beta2, w->dlinear18_bias, add, net->adamw_v_linear18_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention8_out_weight, add,
                       net->adamw_v_multiheadattention8_out_weight);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention10_qkv_bias, add,
                       net->adamw_v_multiheadattention10_qkv_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention9_out_weight, add,
                       net->adamw_v_multiheadattention9_out_weight);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention10_out_bias, add,
                       net->adamw_v_multiheadattention10_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm19_weight, add,
                       net->adamw_v_layernorm19_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm19_bias, add,
                       net->adamw_v_layernorm19_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm20_weight, add,
                       net->adamw_v_layernorm20_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm20_bias, add,
                       net->adamw_v_layernorm20_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention10_out_weight, add,
                       net->adamw_v_multiheadattention10_out_weight);
    k55_adamw_v_linear(net->beta2, w->dlinear19_bias, add, net->adamw_v_linear19_bias);
    k57_adamw_v_positi(net->beta2, w->sum14, add, net->adamw_v_positions);
    k53_adamw_v_multih(net->beta2, w->dlinear20_bias, add, net->adamw_v_linear20_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention1_qkv_weight, add,
                       net->adamw_v_multiheadattention1_qkv_weight);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention11_qkv_bias, add,
                       net->adamw_v_multiheadattention11_qkv_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention11_out_weight, add,
                       net->adamw_v_multiheadattention11_out_weight);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention11_out_bias, add,
                       net->adamw_v_multiheadattention11_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm21_weight, add,
                       net->adamw_v_layernorm21_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm21_bias, add,
                       net->adamw_v_layernorm21_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm22_weight, add,
                       net->adamw_v_layernorm22_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm22_bias, add,
                       net->adamw_v_layernorm22_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention2_qkv_weight, add,
                       net->adamw_v_multiheadattention2_qkv_weight);
    k55_adamw_v_linear(net->beta2, w->dlinear21_bias, add, net->adamw_v_linear21_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention3_qkv_weight, add,
                       net->adamw_v_multiheadattention3_qkv_weight);
    k53_adamw_v_multih(net->beta2, w->dlinear22_bias, add, net->adamw_v_linear22_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention4_qkv_weight, add,
                       net->adamw_v_multiheadattention4_qkv_weight);
    k54_adamw_v_multih(net->beta2, w->dmultiheadattention12_qkv_bias, add,
                       net->adamw_v_multiheadattention12_qkv_bias);
    k56_adamw_v_multih(net->beta2, w->dmultiheadattention12_out_weight, add,
                       net->adamw_v_multiheadattention12_out_weight);
    k53_adamw_v_multih(net->beta2, w->dmultiheadattention12_out_bias, add,
                       net->adamw_v_multiheadattention12_out_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm23_weight, add,
                       net->adamw_v_layernorm23_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm23_bias, add,
                       net->adamw_v_layernorm23_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm24_weight, add,
                       net->adamw_v_layernorm24_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm24_bias, add,
                       net->adamw_v_layernorm24_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention5_qkv_weight, add,
                       net->adamw_v_multiheadattention5_qkv_weight);
    k55_adamw_v_linear(net->beta2, w->dlinear23_bias, add, net->adamw_v_linear23_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention6_qkv_weight, add,
                       net->adamw_v_multiheadattention6_qkv_weight);
    k53_adamw_v_multih(net->beta2, w->dlinear24_bias, add, net->adamw_v_linear24_bias);
    k53_adamw_v_multih(net->beta2, w->dlayernorm25_weight, add,
                       net->adamw_v_layernorm25_weight);
    k53_adamw_v_multih(net->beta2, w->dlayernorm25_bias, add,
                       net->adamw_v_layernorm25_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention1_out_bias, add, div,
                       net->adamw_v_multiheadattention1_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention1_out_bias,
                       net->multiheadattention1_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm1_weight, add, div,
                       net->adamw_v_layernorm1_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm1_weight, net->layernorm1_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm1_bias, add, div,
                       net->adamw_v_layernorm1_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm1_bias, net->layernorm1_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm2_weight, add, div,
                       net->adamw_v_layernorm2_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm2_weight, net->layernorm2_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm2_bias, add, div,
                       net->adamw_v_layernorm2_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm2_bias, net->layernorm2_bias);
    k59_multiheadatten(net->beta1, w->dlinear2_bias, add, div,
                       net->adamw_v_linear2_bias, sqrt_, net->eps,
                       net->adamw_m_linear2_bias, net->linear2_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention2_out_bias, add, div,
                       net->adamw_v_multiheadattention2_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention2_out_bias,
                       net->multiheadattention2_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm3_weight, add, div,
                       net->adamw_v_layernorm3_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm3_weight, net->layernorm3_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm3_bias, add, div,
                       net->adamw_v_layernorm3_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm3_bias, net->layernorm3_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm4_weight, add, div,
                       net->adamw_v_layernorm4_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm4_weight, net->layernorm4_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm4_bias, add, div,
                       net->adamw_v_layernorm4_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm4_bias, net->layernorm4_bias);
    k59_multiheadatten(net->beta1, w->dlinear4_bias, add, div,
                       net->adamw_v_linear4_bias, sqrt_, net->eps,
                       net->adamw_m_linear4_bias, net->linear4_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention3_out_bias, add, div,
                       net->adamw_v_multiheadattention3_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention3_out_bias,
                       net->multiheadattention3_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm5_weight, add, div,
                       net->adamw_v_layernorm5_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm5_weight, net->layernorm5_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm5_bias, add, div,
                       net->adamw_v_layernorm5_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm5_bias, net->layernorm5_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm6_weight, add, div,
                       net->adamw_v_layernorm6_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm6_weight, net->layernorm6_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm6_bias, add, div,
                       net->adamw_v_layernorm6_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm6_bias, net->layernorm6_bias);
    k59_multiheadatten(net->beta1, w->dlinear6_bias, add, div,
                       net->adamw_v_linear6_bias, sqrt_, net->eps,
                       net->adamw_m_linear6_bias, net->linear6_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention4_out_bias, add, div,
                       net->adamw_v_multiheadattention4_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention4_out_bias,
                       net->multiheadattention4_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm7_weight, add, div,
                       net->adamw_v_layernorm7_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm7_weight, net->layernorm7_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm7_bias, add, div,
                       net->adamw_v_layernorm7_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm7_bias, net->layernorm7_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm8_weight, add, div,
                       net->adamw_v_layernorm8_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm8_weight, net->layernorm8_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm8_bias, add, div,
                       net->adamw_v_layernorm8_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm8_bias, net->layernorm8_bias);
    k59_multiheadatten(net->beta1, w->dlinear8_bias, add, div,
                       net->adamw_v_linear8_bias, sqrt_, net->eps,
                       net->adamw_m_linear8_bias, net->linear8_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention5_out_bias, add, div,
                       net->adamw_v_multiheadattention5_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention5_out_bias,
                       net->multiheadattention5_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm9_weight, add, div,
                       net->adamw_v_layernorm9_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm9_weight, net->layernorm9_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm9_bias, add, div,
                       net->adamw_v_layernorm9_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm9_bias, net->layernorm9_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm10_weight, add, div,
                       net->adamw_v_layernorm10_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm10_weight, net->layernorm10_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm10_bias, add, div,
                       net->adamw_v_layernorm10_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm10_bias, net->layernorm10_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention1_qkv_bias, add, div,
                       net->adamw_v_multiheadattention1_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention1_qkv_bias,
                       net->multiheadattention1_qkv_bias);
    k59_multiheadatten(net->beta1, w->dlinear10_bias, add, div,
                       net->adamw_v_linear10_bias, sqrt_, net->eps,
                       net->adamw_m_linear10_bias, net->linear10_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention2_qkv_bias, add, div,
                       net->adamw_v_multiheadattention2_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention2_qkv_bias,
                       net->multiheadattention2_qkv_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention3_qkv_bias, add, div,
                       net->adamw_v_multiheadattention3_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention3_qkv_bias,
                       net->multiheadattention3_qkv_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention4_qkv_bias, add, div,
                       net->adamw_v_multiheadattention4_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention4_qkv_bias,
                       net->multiheadattention4_qkv_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention6_out_bias, add, div,
                       net->adamw_v_multiheadattention6_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention6_out_bias,
                       net->multiheadattention6_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm11_weight, add, div,
                       net->adamw_v_layernorm11_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm11_weight, net->layernorm11_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm11_bias, add, div,
                       net->adamw_v_layernorm11_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm11_bias, net->layernorm11_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm12_weight, add, div,
                       net->adamw_v_layernorm12_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm12_weight, net->layernorm12_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm12_bias, add, div,
                       net->adamw_v_layernorm12_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm12_bias, net->layernorm12_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention5_qkv_bias, add, div,
                       net->adamw_v_multiheadattention5_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention5_qkv_bias,
                       net->multiheadattention5_qkv_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention6_qkv_bias, add, div,
                       net->adamw_v_multiheadattention6_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention6_qkv_bias,
                       net->multiheadattention6_qkv_bias);
    k61_linear1_bias(net->beta1, w->dlinear1_bias, add, div, net->adamw_v_linear1_bias,
                     sqrt_, net->eps, net->adamw_m_linear1_bias, net->linear1_bias);
    k59_multiheadatten(net->beta1, w->dlinear12_bias, add, div,
                       net->adamw_v_linear12_bias, sqrt_, net->eps,
                       net->adamw_m_linear12_bias, net->linear12_bias);
    k61_linear1_bias(net->beta1, w->dlinear3_bias, add, div, net->adamw_v_linear3_bias,
                     sqrt_, net->eps, net->adamw_m_linear3_bias, net->linear3_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention7_qkv_bias, add, div,
                       net->adamw_v_multiheadattention7_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention7_qkv_bias,
                       net->multiheadattention7_qkv_bias);
    k61_linear1_bias(net->beta1, w->dlinear5_bias, add, div, net->adamw_v_linear5_bias,
                     sqrt_, net->eps, net->adamw_m_linear5_bias, net->linear5_bias);
    k59_multiheadatten(net->beta1, w->dmultiheadattention7_out_bias, add, div,
                       net->adamw_v_multiheadattention7_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention7_out_bias,
                       net->multiheadattention7_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm13_weight, add, div,
                       net->adamw_v_layernorm13_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm13_weight, net->layernorm13_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm13_bias, add, div,
                       net->adamw_v_layernorm13_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm13_bias, net->layernorm13_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm14_weight, add, div,
                       net->adamw_v_layernorm14_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm14_weight, net->layernorm14_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm14_bias, add, div,
                       net->adamw_v_layernorm14_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm14_bias, net->layernorm14_bias);
    k61_linear1_bias(net->beta1, w->dlinear7_bias, add, div, net->adamw_v_linear7_bias,
                     sqrt_, net->eps, net->adamw_m_linear7_bias, net->linear7_bias);
    k61_linear1_bias(net->beta1, w->dlinear9_bias, add, div, net->adamw_v_linear9_bias,
                     sqrt_, net->eps, net->adamw_m_linear9_bias, net->linear9_bias);
    k61_linear1_bias(net->beta1, w->dlinear11_bias, add, div,
                     net->adamw_v_linear11_bias, sqrt_, net->eps,
                     net->adamw_m_linear11_bias, net->linear11_bias);
    k59_multiheadatten(net->beta1, w->dlinear14_bias, add, div,
                       net->adamw_v_linear14_bias, sqrt_, net->eps,
                       net->adamw_m_linear14_bias, net->linear14_bias);
    k61_linear1_bias(net->beta1, w->dlinear13_bias, add, div,
                     net->adamw_v_linear13_bias, sqrt_, net->eps,
                     net->adamw_m_linear13_bias, net->linear13_bias);
    k60_multiheadatten(net->beta1, w->dmultiheadattention8_qkv_bias, add, div,
                       net->adamw_v_multiheadattention8_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention8_qkv_bias,
                       net->multiheadattention8_qkv_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention1_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention1_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention1_out_weight,
                       net->multiheadattention1_out_weight);
    k59_multiheadatten(net->beta1, w->dmultiheadattention8_out_bias, add, div,
                       net->adamw_v_multiheadattention8_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention8_out_bias,
                       net->multiheadattention8_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm15_weight, add, div,
                       net->adamw_v_layernorm15_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm15_weight, net->layernorm15_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm15_bias, add, div,
                       net->adamw_v_layernorm15_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm15_bias, net->layernorm15_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm16_weight, add, div,
                       net->adamw_v_layernorm16_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm16_weight, net->layernorm16_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm16_bias, add, div,
                       net->adamw_v_layernorm16_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm16_bias, net->layernorm16_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention2_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention2_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention2_out_weight,
                       net->multiheadattention2_out_weight);
    k61_linear1_bias(net->beta1, w->dlinear15_bias, add, div,
                     net->adamw_v_linear15_bias, sqrt_, net->eps,
                     net->adamw_m_linear15_bias, net->linear15_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention3_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention3_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention3_out_weight,
                       net->multiheadattention3_out_weight);
    k59_multiheadatten(net->beta1, w->dlinear16_bias, add, div,
                       net->adamw_v_linear16_bias, sqrt_, net->eps,
                       net->adamw_m_linear16_bias, net->linear16_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention4_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention4_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention4_out_weight,
                       net->multiheadattention4_out_weight);
    k60_multiheadatten(net->beta1, w->dmultiheadattention9_qkv_bias, add, div,
                       net->adamw_v_multiheadattention9_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention9_qkv_bias,
                       net->multiheadattention9_qkv_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention5_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention5_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention5_out_weight,
                       net->multiheadattention5_out_weight);
    k59_multiheadatten(net->beta1, w->dmultiheadattention9_out_bias, add, div,
                       net->adamw_v_multiheadattention9_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention9_out_bias,
                       net->multiheadattention9_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm17_weight, add, div,
                       net->adamw_v_layernorm17_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm17_weight, net->layernorm17_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm17_bias, add, div,
                       net->adamw_v_layernorm17_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm17_bias, net->layernorm17_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm18_weight, add, div,
                       net->adamw_v_layernorm18_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm18_weight, net->layernorm18_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm18_bias, add, div,
                       net->adamw_v_layernorm18_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm18_bias, net->layernorm18_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention6_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention6_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention6_out_weight,
                       net->multiheadattention6_out_weight);
    k61_linear1_bias(net->beta1, w->dlinear17_bias, add, div,
                     net->adamw_v_linear17_bias, sqrt_, net->eps,
                     net->adamw_m_linear17_bias, net->linear17_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention7_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention7_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention7_out_weight,
                       net->multiheadattention7_out_weight);
    k59_multiheadatten(net->beta1, w->dlinear18_bias, add, div,
                       net->adamw_v_linear18_bias, sqrt_, net->eps,
                       net->adamw_m_linear18_bias, net->linear18_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention8_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention8_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention8_out_weight,
                       net->multiheadattention8_out_weight);
    k60_multiheadatten(net->beta1, w->dmultiheadattention10_qkv_bias, add, div,
                       net->adamw_v_multiheadattention10_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention10_qkv_bias,
                       net->multiheadattention10_qkv_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention9_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention9_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention9_out_weight,
                       net->multiheadattention9_out_weight);
    k59_multiheadatten(net->beta1, w->dmultiheadattention10_out_bias, add, div,
                       net->adamw_v_multiheadattention10_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention10_out_bias,
                       net->multiheadattention10_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm19_weight, add, div,
                       net->adamw_v_layernorm19_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm19_weight, net->layernorm19_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm19_bias, add, div,
                       net->adamw_v_layernorm19_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm19_bias, net->layernorm19_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm20_weight, add, div,
                       net->adamw_v_layernorm20_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm20_weight, net->layernorm20_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm20_bias, add, div,
                       net->adamw_v_layernorm20_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm20_bias, net->layernorm20_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention10_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention10_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention10_out_weight,
                       net->multiheadattention10_out_weight);
    k61_linear1_bias(net->beta1, w->dlinear19_bias, add, div,
                     net->adamw_v_linear19_bias, sqrt_, net->eps,
                     net->adamw_m_linear19_bias, net->linear19_bias);
    k63_positions(net->beta1, w->sum14, add, net->lr, net->weight_decay, div,
                  net->adamw_v_positions, sqrt_, net->eps, net->adamw_m_positions,
                  net->positions);
    k59_multiheadatten(net->beta1, w->dlinear20_bias, add, div,
                       net->adamw_v_linear20_bias, sqrt_, net->eps,
                       net->adamw_m_linear20_bias, net->linear20_bias);
    k58_adamw_v_multih(net->beta2, w->dmultiheadattention7_qkv_weight, add,
                       net->adamw_v_multiheadattention7_qkv_weight);
    k64_multiheadatten(net->beta1, w->dmultiheadattention1_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention1_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention1_qkv_weight,
                       net->multiheadattention1_qkv_weight);
    k60_multiheadatten(net->beta1, w->dmultiheadattention11_qkv_bias, add, div,
                       net->adamw_v_multiheadattention11_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention11_qkv_bias,
                       net->multiheadattention11_qkv_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention11_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention11_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention11_out_weight,
                       net->multiheadattention11_out_weight);
    k59_multiheadatten(net->beta1, w->dmultiheadattention11_out_bias, add, div,
                       net->adamw_v_multiheadattention11_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention11_out_bias,
                       net->multiheadattention11_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm21_weight, add, div,
                       net->adamw_v_layernorm21_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm21_weight, net->layernorm21_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm21_bias, add, div,
                       net->adamw_v_layernorm21_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm21_bias, net->layernorm21_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm22_weight, add, div,
                       net->adamw_v_layernorm22_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm22_weight, net->layernorm22_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm22_bias, add, div,
                       net->adamw_v_layernorm22_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm22_bias, net->layernorm22_bias);
    k64_multiheadatten(net->beta1, w->dmultiheadattention2_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention2_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention2_qkv_weight,
                       net->multiheadattention2_qkv_weight);
    k61_linear1_bias(net->beta1, w->dlinear21_bias, add, div,
                     net->adamw_v_linear21_bias, sqrt_, net->eps,
                     net->adamw_m_linear21_bias, net->linear21_bias);
    k64_multiheadatten(net->beta1, w->dmultiheadattention3_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention3_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention3_qkv_weight,
                       net->multiheadattention3_qkv_weight);
    k59_multiheadatten(net->beta1, w->dlinear22_bias, add, div,
                       net->adamw_v_linear22_bias, sqrt_, net->eps,
                       net->adamw_m_linear22_bias, net->linear22_bias);
    k64_multiheadatten(net->beta1, w->dmultiheadattention4_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention4_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention4_qkv_weight,
                       net->multiheadattention4_qkv_weight);
    k60_multiheadatten(net->beta1, w->dmultiheadattention12_qkv_bias, add, div,
                       net->adamw_v_multiheadattention12_qkv_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention12_qkv_bias,
                       net->multiheadattention12_qkv_bias);
    k62_multiheadatten(net->beta1, w->dmultiheadattention12_out_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention12_out_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention12_out_weight,
                       net->multiheadattention12_out_weight);
    k59_multiheadatten(net->beta1, w->dmultiheadattention12_out_bias, add, div,
                       net->adamw_v_multiheadattention12_out_bias, sqrt_, net->eps,
                       net->adamw_m_multiheadattention12_out_bias,
                       net->multiheadattention12_out_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm23_weight, add, div,
                       net->adamw_v_layernorm23_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm23_weight, net->layernorm23_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm23_bias, add, div,
                       net->adamw_v_layernorm23_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm23_bias, net->layernorm23_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm24_weight, add, div,
                       net->adamw_v_layernorm24_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm24_weight, net->layernorm24_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm24_bias, add, div,
                       net->adamw_v_layernorm24_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm24_bias, net->layernorm24_bias);
    k64_multiheadatten(net->beta1, w->dmultiheadattention5_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention5_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention5_qkv_weight,
                       net->multiheadattention5_qkv_weight);
    k61_linear1_bias(net->beta1, w->dlinear23_bias, add, div,
                     net->adamw_v_linear23_bias, sqrt_, net->eps,
                     net->adamw_m_linear23_bias, net->linear23_bias);
    k64_multiheadatten(net->beta1, w->dmultiheadattention6_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention6_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention6_qkv_weight,
                       net->multiheadattention6_qkv_weight);
    k59_multiheadatten(net->beta1, w->dlinear24_bias, add, div,
                       net->adamw_v_linear24_bias, sqrt_, net->eps,
                       net->adamw_m_linear24_bias, net->linear24_bias);
    k59_multiheadatten(net->beta1, w->dlayernorm25_weight, add, div,
                       net->adamw_v_layernorm25_weight, sqrt_, net->eps,
                       net->adamw_m_layernorm25_weight, net->layernorm25_weight);
    k59_multiheadatten(net->beta1, w->dlayernorm25_bias, add, div,
                       net->adamw_v_layernorm25_bias, sqrt_, net->eps,
                       net->adamw_m_layernorm25_bias, net->layernorm25_bias);
    k64_multiheadatten(net->beta1, w->dmultiheadattention7_qkv_weight, add, net->lr,
                       net->weight_decay, div,
                       net->adamw_v_multiheadattention7_qkv_weight, sqrt_, net->eps,
                       net->adamw_m_multiheadattention7_qkv_weight,
                       net->multiheadattention7_qkv_weight);
    k65_multiheadatten(net->beta2, w->dmultiheadattention8_qkv_weight, add, net->beta1,
                       net->lr, net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_multiheadattention8_qkv_weight,
                       net->adamw_m_multiheadattention8_qkv_weight,
                       net->multiheadattention8_qkv_weight);
    k65_multiheadatten(net->beta2, w->dmultiheadattention9_qkv_weight, add, net->beta1,
                       net->lr, net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_multiheadattention9_qkv_weight,
                       net->adamw_m_multiheadattention9_qkv_weight,
                       net->multiheadattention9_qkv_weight);
    k65_multiheadatten(net->beta2, w->dmultiheadattention10_qkv_weight, add, net->beta1,
                       net->lr, net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_multiheadattention10_qkv_weight,
                       net->adamw_m_multiheadattention10_qkv_weight,
                       net->multiheadattention10_qkv_weight);
    k65_multiheadatten(net->beta2, w->dmultiheadattention11_qkv_weight, add, net->beta1,
                       net->lr, net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_multiheadattention11_qkv_weight,
                       net->adamw_m_multiheadattention11_qkv_weight,
                       net->multiheadattention11_qkv_weight);
    k65_multiheadatten(net->beta2, w->dmultiheadattention12_qkv_weight, add, net->beta1,
                       net->lr, net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_multiheadattention12_qkv_weight,
                       net->adamw_m_multiheadattention12_qkv_weight,
                       net->multiheadattention12_qkv_weight);
    k66_linear1_weight(net->beta2, w->dlinear1_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear1_weight, net->adamw_m_linear1_weight,
                       net->linear1_weight);
    k67_linear2_weight(net->beta2, w->dlinear2_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear2_weight, net->adamw_m_linear2_weight,
                       net->linear2_weight);
    k66_linear1_weight(net->beta2, w->dlinear3_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear3_weight, net->adamw_m_linear3_weight,
                       net->linear3_weight);
    k67_linear2_weight(net->beta2, w->dlinear4_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear4_weight, net->adamw_m_linear4_weight,
                       net->linear4_weight);
    k66_linear1_weight(net->beta2, w->dlinear5_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear5_weight, net->adamw_m_linear5_weight,
                       net->linear5_weight);
    k67_linear2_weight(net->beta2, w->dlinear6_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear6_weight, net->adamw_m_linear6_weight,
                       net->linear6_weight);
    k66_linear1_weight(net->beta2, w->dlinear7_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear7_weight, net->adamw_m_linear7_weight,
                       net->linear7_weight);
    k67_linear2_weight(net->beta2, w->dlinear8_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear8_weight, net->adamw_m_linear8_weight,
                       net->linear8_weight);
    k66_linear1_weight(net->beta2, w->dlinear9_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear9_weight, net->adamw_m_linear9_weight,
                       net->linear9_weight);
    k67_linear2_weight(net->beta2, w->dlinear10_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear10_weight, net->adamw_m_linear10_weight,
                       net->linear10_weight);
    k66_linear1_weight(net->beta2, w->dlinear11_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear11_weight, net->adamw_m_linear11_weight,
                       net->linear11_weight);
    k67_linear2_weight(net->beta2, w->dlinear12_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear12_weight, net->adamw_m_linear12_weight,
                       net->linear12_weight);
    k66_linear1_weight(net->beta2, w->dlinear13_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear13_weight, net->adamw_m_linear13_weight,
                       net->linear13_weight);
    k67_linear2_weight(net->beta2, w->dlinear14_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear14_weight, net->adamw_m_linear14_weight,
                       net->linear14_weight);
    k66_linear1_weight(net->beta2, w->dlinear15_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear15_weight, net->adamw_m_linear15_weight,
                       net->linear15_weight);
    k67_linear2_weight(net->beta2, w->dlinear16_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear16_weight, net->adamw_m_linear16_weight,
                       net->linear16_weight);
    k66_linear1_weight(net->beta2, w->dlinear17_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear17_weight, net->adamw_m_linear17_weight,
                       net->linear17_weight);
    k67_linear2_weight(net->beta2, w->dlinear18_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear18_weight, net->adamw_m_linear18_weight,
                       net->linear18_weight);
    k66_linear1_weight(net->beta2, w->dlinear19_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear19_weight, net->adamw_m_linear19_weight,
                       net->linear19_weight);
    k67_linear2_weight(net->beta2, w->dlinear20_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear20_weight, net->adamw_m_linear20_weight,
                       net->linear20_weight);
    k66_linear1_weight(net->beta2, w->dlinear21_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear21_weight, net->adamw_m_linear21_weight,
                       net->linear21_weight);
    k67_linear2_weight(net->beta2, w->dlinear22_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear22_weight, net->adamw_m_linear22_weight,
                       net->linear22_weight);
    k66_linear1_weight(net->beta2, w->dlinear23_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear23_weight, net->adamw_m_linear23_weight,
                       net->linear23_weight);
    k67_linear2_weight(net->beta2, w->dlinear24_weight, add, net->beta1, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_v_linear24_weight, net->adamw_m_linear24_weight,
                       net->linear24_weight);
    k68_embedding1_wei(net->beta1, w->scatter, add, net->beta2, net->lr,
                       net->weight_decay, div, sqrt_, net->eps,
                       net->adamw_m_embedding1_weight, net->adamw_v_embedding1_weight,
                       net->embedding1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64])
{
    float loss;
    union Gpt2124mEval *w = &net->work.eval;
    k69_add(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            net->layernorm1_bias, w->add13);
    k4_add(w->add13, net->multiheadattention1_qkv_weight,
           net->multiheadattention1_qkv_bias, w->add);
    k5_where(w->add, w->where);
    k70_div(w->where, w->div);
    k7_contract(w->div, w->add, w->contract);
    k8_add((float(*)[64][768])w->contract, net->multiheadattention1_out_weight, tokens,
           net->embedding1_weight, net->positions, net->multiheadattention1_out_bias,
           w->add25);
    k71_add(w->add25, net->layernorm2_weight, net->layernorm2_bias, w->add26);
    k72_mul(w->add26, net->linear1_weight, net->linear1_bias, w->mul);
    k73_x(w->mul, net->linear2_weight, net->linear2_bias, w->add25);
    k71_add(w->add25, net->layernorm3_weight, net->layernorm3_bias, w->add14);
    k4_add(w->add14, net->multiheadattention2_qkv_weight,
           net->multiheadattention2_qkv_bias, w->add2);
    k5_where(w->add2, w->where2);
    k70_div(w->where2, w->div2);
    k7_contract(w->div2, w->add2, w->contract2);
    k74_add((float(*)[64][768])w->contract2, net->multiheadattention2_out_weight,
            net->multiheadattention2_out_bias, w->add25);
    k71_add(w->add25, net->layernorm4_weight, net->layernorm4_bias, w->add27);
    k72_mul(w->add27, net->linear3_weight, net->linear3_bias, w->mul2);
    k73_x(w->mul2, net->linear4_weight, net->linear4_bias, w->add25);
    k71_add(w->add25, net->layernorm5_weight, net->layernorm5_bias, w->add15);
    k4_add(w->add15, net->multiheadattention3_qkv_weight,
           net->multiheadattention3_qkv_bias, w->add3);
    k5_where(w->add3, w->where3);
    k70_div(w->where3, w->div3);
    k7_contract(w->div3, w->add3, w->contract3);
    k74_add((float(*)[64][768])w->contract3, net->multiheadattention3_out_weight,
            net->multiheadattention3_out_bias, w->add25);
    k71_add(w->add25, net->layernorm6_weight, net->layernorm6_bias, w->add28);
    k72_mul(w->add28, net->linear5_weight, net->linear5_bias, w->mul3);
    k73_x(w->mul3, net->linear6_weight, net->linear6_bias, w->add25);
    k71_add(w->add25, net->layernorm7_weight, net->layernorm7_bias, w->add16);
    k4_add(w->add16, net->multiheadattention4_qkv_weight,
           net->multiheadattention4_qkv_bias, w->add4);
    k5_where(w->add4, w->where4);
    k70_div(w->where4, w->div4);
    k7_contract(w->div4, w->add4, w->contract4);
    k74_add((float(*)[64][768])w->contract4, net->multiheadattention4_out_weight,
            net->multiheadattention4_out_bias, w->add25);
    k71_add(w->add25, net->layernorm8_weight, net->layernorm8_bias, w->add29);
    k72_mul(w->add29, net->linear7_weight, net->linear7_bias, w->mul4);
    k73_x(w->mul4, net->linear8_weight, net->linear8_bias, w->add25);
    k71_add(w->add25, net->layernorm9_weight, net->layernorm9_bias, w->add17);
    k4_add(w->add17, net->multiheadattention5_qkv_weight,
           net->multiheadattention5_qkv_bias, w->add5);
    k5_where(w->add5, w->where5);
    k70_div(w->where5, w->div5);
    k7_contract(w->div5, w->add5, w->contract5);
    k74_add((float(*)[64][768])w->contract5, net->multiheadattention5_out_weight,
            net->multiheadattention5_out_bias, w->add25);
    k71_add(w->add25, net->layernorm10_weight, net->layernorm10_bias, w->add30);
    k72_mul(w->add30, net->linear9_weight, net->linear9_bias, w->mul5);
    k73_x(w->mul5, net->linear10_weight, net->linear10_bias, w->add25);
    k71_add(w->add25, net->layernorm11_weight, net->layernorm11_bias, w->add18);
    k4_add(w->add18, net->multiheadattention6_qkv_weight,
           net->multiheadattention6_qkv_bias, w->add6);
    k5_where(w->add6, w->where6);
    k70_div(w->where6, w->div6);
    k7_contract(w->div6, w->add6, w->contract6);
    k74_add((float(*)[64][768])w->contract6, net->multiheadattention6_out_weight,
            net->multiheadattention6_out_bias, w->add25);
    k71_add(w->add25, net->layernorm12_weight, net->layernorm12_bias, w->add31);
    k72_mul(w->add31, net->linear11_weight, net->linear11_bias, w->mul6);
    k73_x(w->mul6, net->linear12_weight, net->linear12_bias, w->add25);
    k71_add(w->add25, net->layernorm13_weight, net->layernorm13_bias, w->add19);
    k4_add(w->add19, net->multiheadattention7_qkv_weight,
           net->multiheadattention7_qkv_bias, w->add7);
    k5_where(w->add7, w->where7);
    k70_div(w->where7, w->div7);
    k7_contract(w->div7, w->add7, w->contract7);
    k74_add((float(*)[64][768])w->contract7, net->multiheadattention7_out_weight,
            net->multiheadattention7_out_bias, w->add25);
    k71_add(w->add25, net->layernorm14_weight, net->layernorm14_bias, w->add32);
    k72_mul(w->add32, net->linear13_weight, net->linear13_bias, w->mul7);
    k73_x(w->mul7, net->linear14_weight, net->linear14_bias, w->add25);
    k71_add(w->add25, net->layernorm15_weight, net->layernorm15_bias, w->add20);
    k4_add(w->add20, net->multiheadattention8_qkv_weight,
           net->multiheadattention8_qkv_bias, w->add8);
    k5_where(w->add8, w->where8);
    k70_div(w->where8, w->div8);
    k7_contract(w->div8, w->add8, w->contract8);
    k74_add((float(*)[64][768])w->contract8, net->multiheadattention8_out_weight,
            net->multiheadattention8_out_bias, w->add25);
    k71_add(w->add25, net->layernorm16_weight, net->layernorm16_bias, w->add33);
    k72_mul(w->add33, net->linear15_weight, net->linear15_bias, w->mul8);
    k73_x(w->mul8, net->linear16_weight, net->linear16_bias, w->add25);
    k71_add(w->add25, net->layernorm17_weight, net->layernorm17_bias, w->add21);
    k4_add(w->add21, net->multiheadattention9_qkv_weight,
           net->multiheadattention9_qkv_bias, w->add9);
    k5_where(w->add9, w->where9);
    k70_div(w->where9, w->div9);
    k7_contract(w->div9, w->add9, w->contract9);
    k74_add((float(*)[64][768])w->contract9, net->multiheadattention9_out_weight,
            net->multiheadattention9_out_bias, w->add25);
    k71_add(w->add25, net->layernorm18_weight, net->layernorm18_bias, w->add34);
    k72_mul(w->add34, net->linear17_weight, net->linear17_bias, w->mul9);
    k73_x(w->mul9, net->linear18_weight, net->linear18_bias, w->add25);
    k71_add(w->add25, net->layernorm19_weight, net->layernorm19_bias, w->add22);
    k4_add(w->add22, net->multiheadattention10_qkv_weight,
           net->multiheadattention10_qkv_bias, w->add10);
    k5_where(w->add10, w->where10);
    k70_div(w->where10, w->div10);
    k7_contract(w->div10, w->add10, w->contract10);
    k74_add((float(*)[64][768])w->contract10, net->multiheadattention10_out_weight,
            net->multiheadattention10_out_bias, w->add25);
    k71_add(w->add25, net->layernorm20_weight, net->layernorm20_bias, w->add35);
    k72_mul(w->add35, net->linear19_weight, net->linear19_bias, w->mul10);
    k73_x(w->mul10, net->linear20_weight, net->linear20_bias, w->add25);
    k71_add(w->add25, net->layernorm21_weight, net->layernorm21_bias, w->add23);
    k4_add(w->add23, net->multiheadattention11_qkv_weight,
           net->multiheadattention11_qkv_bias, w->add11);
    k5_where(w->add11, w->where11);
    k70_div(w->where11, w->div11);
    k7_contract(w->div11, w->add11, w->contract11);
    k74_add((float(*)[64][768])w->contract11, net->multiheadattention11_out_weight,
            net->multiheadattention11_out_bias, w->add25);
    k71_add(w->add25, net->layernorm22_weight, net->layernorm22_bias, w->add36);
    k72_mul(w->add36, net->linear21_weight, net->linear21_bias, w->mul11);
    k73_x(w->mul11, net->linear22_weight, net->linear22_bias, w->add25);
    k71_add(w->add25, net->layernorm23_weight, net->layernorm23_bias, w->add24);
    k4_add(w->add24, net->multiheadattention12_qkv_weight,
           net->multiheadattention12_qkv_bias, w->add12);
    k5_where(w->add12, w->where12);
    k70_div(w->where12, w->div12);
    k7_contract(w->div12, w->add12, w->contract12);
    k74_add((float(*)[64][768])w->contract12, net->multiheadattention12_out_weight,
            net->multiheadattention12_out_bias, w->add25);
    k71_add(w->add25, net->layernorm24_weight, net->layernorm24_bias, w->add37);
    k72_mul(w->add37, net->linear23_weight, net->linear23_bias, w->mul12);
    k73_x(w->mul12, net->linear24_weight, net->linear24_bias, w->add25);
    k71_add(w->add25, net->layernorm25_weight, net->layernorm25_bias, w->x);
    k14_logits(w->x, net->embedding1_weight, w->logits);
    k75_sum(w->logits, w->sub, w->sum);
    k16_loss(target, w->sum, w->sub, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval_one(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64])
{
    float loss;
    union Gpt2124mEvalOne *w = &net->work.eval_one;
    k76_add(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            net->layernorm1_bias, w->div49, w->sub, w->div50, w->add13);
    k77_add(w->add13, net->multiheadattention1_qkv_weight,
            net->multiheadattention1_qkv_bias, w->add);
    k78_where(w->add, w->where);
    k79_div(w->where, w->max, w->exp, w->sum, w->div51);
    k80_contract(w->div51, w->add, w->contract);
    k81_add((float(*)[64][768])w->contract, net->multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions, net->multiheadattention1_out_bias,
            w->add25);
    k82_add(w->add25, net->layernorm2_weight, net->layernorm2_bias, w->div, w->div25,
            w->add26);
    k83_mul(w->add26, net->linear1_weight, net->linear1_bias, w->mul);
    k84_x(w->mul, net->linear2_weight, net->linear2_bias, w->add25);
    k82_add(w->add25, net->layernorm3_weight, net->layernorm3_bias, w->div2, w->div26,
            w->add14);
    k77_add(w->add14, net->multiheadattention2_qkv_weight,
            net->multiheadattention2_qkv_bias, w->add2);
    k78_where(w->add2, w->where2);
    k79_div(w->where2, w->max2, w->exp2, w->sum2, w->div52);
    k80_contract(w->div52, w->add2, w->contract2);
    k85_add((float(*)[64][768])w->contract2, net->multiheadattention2_out_weight,
            net->multiheadattention2_out_bias, w->add25);
    k82_add(w->add25, net->layernorm4_weight, net->layernorm4_bias, w->div3, w->div27,
            w->add27);
    k83_mul(w->add27, net->linear3_weight, net->linear3_bias, w->mul2);
    k84_x(w->mul2, net->linear4_weight, net->linear4_bias, w->add25);
    k82_add(w->add25, net->layernorm5_weight, net->layernorm5_bias, w->div4, w->div28,
            w->add15);
    k77_add(w->add15, net->multiheadattention3_qkv_weight,
            net->multiheadattention3_qkv_bias, w->add3);
    k78_where(w->add3, w->where3);
    k79_div(w->where3, w->max3, w->exp3, w->sum3, w->div53);
    k80_contract(w->div53, w->add3, w->contract3);
    k85_add((float(*)[64][768])w->contract3, net->multiheadattention3_out_weight,
            net->multiheadattention3_out_bias, w->add25);
    k82_add(w->add25, net->layernorm6_weight, net->layernorm6_bias, w->div5, w->div29,
            w->add28);
    k83_mul(w->add28, net->linear5_weight, net->linear5_bias, w->mul3);
    k84_x(w->mul3, net->linear6_weight, net->linear6_bias, w->add25);
    k82_add(w->add25, net->layernorm7_weight, net->layernorm7_bias, w->div6, w->div30,
            w->add16);
    k77_add(w->add16, net->multiheadattention4_qkv_weight,
            net->multiheadattention4_qkv_bias, w->add4);
    k78_where(w->add4, w->where4);
    k79_div(w->where4, w->max4, w->exp4, w->sum4, w->div54);
    k80_contract(w->div54, w->add4, w->contract4);
    k85_add((float(*)[64][768])w->contract4, net->multiheadattention4_out_weight,
            net->multiheadattention4_out_bias, w->add25);
    k82_add(w->add25, net->layernorm8_weight, net->layernorm8_bias, w->div7, w->div31,
            w->add29);
    k83_mul(w->add29, net->linear7_weight, net->linear7_bias, w->mul4);
    k84_x(w->mul4, net->linear8_weight, net->linear8_bias, w->add25);
    k82_add(w->add25, net->layernorm9_weight, net->layernorm9_bias, w->div8, w->div32,
            w->add17);
    k77_add(w->add17, net->multiheadattention5_qkv_weight,
            net->multiheadattention5_qkv_bias, w->add5);
    k78_where(w->add5, w->where5);
    k79_div(w->where5, w->max5, w->exp5, w->sum5, w->div55);
    k80_contract(w->div55, w->add5, w->contract5);
    k85_add((float(*)[64][768])w->contract5, net->multiheadattention5_out_weight,
            net->multiheadattention5_out_bias, w->add25);
    k82_add(w->add25, net->layernorm10_weight, net->layernorm10_bias, w->div9, w->div33,
            w->add30);
    k83_mul(w->add30, net->linear9_weight, net->linear9_bias, w->mul5);
    k84_x(w->mul5, net->linear10_weight, net->linear10_bias, w->add25);
    k82_add(w->add25, net->layernorm11_weight, net->layernorm11_bias, w->div10,
            w->div34, w->add18);
    k77_add(w->add18, net->multiheadattention6_qkv_weight,
            net->multiheadattention6_qkv_bias, w->add6);
    k78_where(w->add6, w->where6);
    k79_div(w->where6, w->max6, w->exp6, w->sum6, w->div56);
    k80_contract(w->div56, w->add6, w->contract6);
    k85_add((float(*)[64][768])w->contract6, net->multiheadattention6_out_weight,
            net->multiheadattention6_out_bias, w->add25);
    k82_add(w->add25, net->layernorm12_weight, net->layernorm12_bias, w->div11,
            w->div35, w->add31);
    k83_mul(w->add31, net->linear11_weight, net->linear11_bias, w->mul6);
    k84_x(w->mul6, net->linear12_weight, net->linear12_bias, w->add25);
    k82_add(w->add25, net->layernorm13_weight, net->layernorm13_bias, w->div12,
            w->div36, w->add19);
    k77_add(w->add19, net->multiheadattention7_qkv_weight,
            net->multiheadattention7_qkv_bias, w->add7);
    k78_where(w->add7, w->where7);
    k79_div(w->where7, w->max7, w->exp7, w->sum7, w->div57);
    k80_contract(w->div57, w->add7, w->contract7);
    k85_add((float(*)[64][768])w->contract7, net->multiheadattention7_out_weight,
            net->multiheadattention7_out_bias, w->add25);
    k82_add(w->add25, net->layernorm14_weight, net->layernorm14_bias, w->div13,
            w->div37, w->add32);
    k83_mul(w->add32, net->linear13_weight, net->linear13_bias, w->mul7);
    k84_x(w->mul7, net->linear14_weight, net->linear14_bias, w->add25);
    k82_add(w->add25, net->layernorm15_weight, net->layernorm15_bias, w->div14,
            w->div38, w->add20);
    k77_add(w->add20, net->multiheadattention8_qkv_weight,
            net->multiheadattention8_qkv_bias, w->add8);
    k78_where(w->add8, w->where8);
    k79_div(w->where8, w->max8, w->exp8, w->sum8, w->div58);
    k80_contract(w->div58, w->add8, w->contract8);
    k85_add((float(*)[64][768])w->contract8, net->multiheadattention8_out_weight,
            net->multiheadattention8_out_bias, w->add25);
    k82_add(w->add25, net->layernorm16_weight, net->layernorm16_bias, w->div15,
            w->div39, w->add33);
    k83_mul(w->add33, net->linear15_weight, net->linear15_bias, w->mul8);
    k84_x(w->mul8, net->linear16_weight, net->linear16_bias, w->add25);
    k82_add(w->add25, net->layernorm17_weight, net->layernorm17_bias, w->div16,
            w->div40, w->add21);
    k77_add(w->add21, net->multiheadattention9_qkv_weight,
            net->multiheadattention9_qkv_bias, w->add9);
    k78_where(w->add9, w->where9);
    k79_div(w->where9, w->max9, w->exp9, w->sum9, w->div59);
    k80_contract(w->div59, w->add9, w->contract9);
    k85_add((float(*)[64][768])w->contract9, net->multiheadattention9_out_weight,
            net->multiheadattention9_out_bias, w->add25);
    k82_add(w->add25, net->layernorm18_weight, net->layernorm18_bias, w->div17,
            w->div41, w->add34);
    k83_mul(w->add34, net->linear17_weight, net->linear17_bias, w->mul9);
    k84_x(w->mul9, net->linear18_weight, net->linear18_bias, w->add25);
    k82_add(w->add25, net->layernorm19_weight, net->layernorm19_bias, w->div18,
            w->div42, w->add22);
    k77_add(w->add22, net->multiheadattention10_qkv_weight,
            net->multiheadattention10_qkv_bias, w->add10);
    k78_where(w->add10, w->where10);
    k79_div(w->where10, w->max10, w->exp10, w->sum10, w->div60);
    k80_contract(w->div60, w->add10, w->contract10);
    k85_add((float(*)[64][768])w->contract10, net->multiheadattention10_out_weight,
            net->multiheadattention10_out_bias, w->add25);
    k82_add(w->add25, net->layernorm20_weight, net->layernorm20_bias, w->div19,
            w->div43, w->add35);
    k83_mul(w->add35, net->linear19_weight, net->linear19_bias, w->mul10);
    k84_x(w->mul10, net->linear20_weight, net->linear20_bias, w->add25);
    k82_add(w->add25, net->layernorm21_weight, net->layernorm21_bias, w->div20,
            w->div44, w->add23);
    k77_add(w->add23, net->multiheadattention11_qkv_weight,
            net->multiheadattention11_qkv_bias, w->add11);
    k78_where(w->add11, w->where11);
    k79_div(w->where11, w->max11, w->exp11, w->sum11, w->div61);
    k80_contract(w->div61, w->add11, w->contract11);
    k85_add((float(*)[64][768])w->contract11, net->multiheadattention11_out_weight,
            net->multiheadattention11_out_bias, w->add25);
    k82_add(w->add25, net->layernorm22_weight, net->layernorm22_bias, w->div21,
            w->div45, w->add36);
    k83_mul(w->add36, net->linear21_weight, net->linear21_bias, w->mul11);
    k84_x(w->mul11, net->linear22_weight, net->linear22_bias, w->add25);
    k82_add(w->add25, net->layernorm23_weight, net->layernorm23_bias, w->div22,
            w->div46, w->add24);
    k77_add(w->add24, net->multiheadattention12_qkv_weight,
            net->multiheadattention12_qkv_bias, w->add12);
    k78_where(w->add12, w->where12);
    k79_div(w->where12, w->max12, w->exp12, w->sum12, w->div62);
    k80_contract(w->div62, w->add12, w->contract12);
    k85_add((float(*)[64][768])w->contract12, net->multiheadattention12_out_weight,
            net->multiheadattention12_out_bias, w->add25);
    k82_add(w->add25, net->layernorm24_weight, net->layernorm24_bias, w->div23,
            w->div47, w->add37);
    k83_mul(w->add37, net->linear23_weight, net->linear23_bias, w->mul12);
    k84_x(w->mul12, net->linear24_weight, net->linear24_bias, w->add25);
    k82_add(w->add25, net->layernorm25_weight, net->layernorm25_bias, w->div24,
            w->div48, w->x);
    k86_logits(w->x, net->embedding1_weight, w->logits);
    k87_sum(w->logits, w->max13, w->sub2, w->sum13);
    k88_loss(target, w->sum13, w->sub2, &loss);
    return loss;
}

/* The function `logits`. */
void gpt2_124m_logits(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][50257])
{
    union Gpt2124mLogits *w = &net->work.logits;
    k76_add(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            net->layernorm1_bias, w->div47, w->sub, w->div49, w->add13);
    k77_add(w->add13, net->multiheadattention1_qkv_weight,
            net->multiheadattention1_qkv_bias, w->add);
    k78_where(w->add, w->where);
    k79_div(w->where, w->max, w->exp, w->sum, w->div51);
    k80_contract(w->div51, w->add, w->contract);
    k81_add((float(*)[64][768])w->contract, net->multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions, net->multiheadattention1_out_bias,
            w->add25);
    k82_add(w->add25, net->layernorm2_weight, net->layernorm2_bias, w->div, w->div24,
            w->add26);
    k83_mul(w->add26, net->linear1_weight, net->linear1_bias, w->mul);
    k84_x(w->mul, net->linear2_weight, net->linear2_bias, w->add25);
    k82_add(w->add25, net->layernorm3_weight, net->layernorm3_bias, w->div2, w->div25,
            w->add14);
    k77_add(w->add14, net->multiheadattention2_qkv_weight,
            net->multiheadattention2_qkv_bias, w->add2);
    k78_where(w->add2, w->where2);
    k79_div(w->where2, w->max2, w->exp2, w->sum2, w->div52);
    k80_contract(w->div52, w->add2, w->contract2);
    k85_add((float(*)[64][768])w->contract2, net->multiheadattention2_out_weight,
            net->multiheadattention2_out_bias, w->add25);
    k82_add(w->add25, net->layernorm4_weight, net->layernorm4_bias, w->div3, w->div26,
            w->add27);
    k83_mul(w->add27, net->linear3_weight, net->linear3_bias, w->mul2);
    k84_x(w->mul2, net->linear4_weight, net->linear4_bias, w->add25);
    k82_add(w->add25, net->layernorm5_weight, net->layernorm5_bias, w->div4, w->div27,
            w->add15);
    k77_add(w->add15, net->multiheadattention3_qkv_weight,
            net->multiheadattention3_qkv_bias, w->add3);
    k78_where(w->add3, w->where3);
    k79_div(w->where3, w->max3, w->exp3, w->sum3, w->div53);
    k80_contract(w->div53, w->add3, w->contract3);
    k85_add((float(*)[64][768])w->contract3, net->multiheadattention3_out_weight,
            net->multiheadattention3_out_bias, w->add25);
    k82_add(w->add25, net->layernorm6_weight, net->layernorm6_bias, w->div5, w->div28,
            w->add28);
    k83_mul(w->add28, net->linear5_weight, net->linear5_bias, w->mul3);
    k84_x(w->mul3, net->linear6_weight, net->linear6_bias, w->add25);
    k82_add(w->add25, net->layernorm7_weight, net->layernorm7_bias, w->div6, w->div29,
            w->add16);
    k77_add(w->add16, net->multiheadattention4_qkv_weight,
            net->multiheadattention4_qkv_bias, w->add4);
    k78_where(w->add4, w->where4);
    k79_div(w->where4, w->max4, w->exp4, w->sum4, w->div54);
    k80_contract(w->div54, w->add4, w->contract4);
    k85_add((float(*)[64][768])w->contract4, net->multiheadattention4_out_weight,
            net->multiheadattention4_out_bias, w->add25);
    k82_add(w->add25, net->layernorm8_weight, net->layernorm8_bias, w->div7, w->div30,
            w->add29);
    k83_mul(w->add29, net->linear7_weight, net->linear7_bias, w->mul4);
    k84_x(w->mul4, net->linear8_weight, net->linear8_bias, w->add25);
    k82_add(w->add25, net->layernorm9_weight, net->layernorm9_bias, w->div8, w->div31,
            w->add17);
    k77_add(w->add17, net->multiheadattention5_qkv_weight,
            net->multiheadattention5_qkv_bias, w->add5);
    k78_where(w->add5, w->where5);
    k79_div(w->where5, w->max5, w->exp5, w->sum5, w->div55);
    k80_contract(w->div55, w->add5, w->contract5);
    k85_add((float(*)[64][768])w->contract5, net->multiheadattention5_out_weight,
            net->multiheadattention5_out_bias, w->add25);
    k82_add(w->add25, net->layernorm10_weight, net->layernorm10_bias, w->div9, w->div32,
            w->add30);
    k83_mul(w->add30, net->linear9_weight, net->linear9_bias, w->mul5);
    k84_x(w->mul5, net->linear10_weight, net->linear10_bias, w->add25);
    k82_add(w->add25, net->layernorm11_weight, net->layernorm11_bias, w->div10,
            w->div33, w->add18);
    k77_add(w->add18, net->multiheadattention6_qkv_weight,
            net->multiheadattention6_qkv_bias, w->add6);
    k78_where(w->add6, w->where6);
    k79_div(w->where6, w->max6, w->exp6, w->sum6, w->div56);
    k80_contract(w->div56, w->add6, w->contract6);
    k85_add((float(*)[64][768])w->contract6, net->multiheadattention6_out_weight,
            net->multiheadattention6_out_bias, w->add25);
    k82_add(w->add25, net->layernorm12_weight, net->layernorm12_bias, w->div11,
            w->div34, w->add31);
    k83_mul(w->add31, net->linear11_weight, net->linear11_bias, w->mul6);
    k84_x(w->mul6, net->linear12_weight, net->linear12_bias, w->add25);
    k82_add(w->add25, net->layernorm13_weight, net->layernorm13_bias, w->div12,
            w->div35, w->add19);
    k77_add(w->add19, net->multiheadattention7_qkv_weight,
            net->multiheadattention7_qkv_bias, w->add7);
    k78_where(w->add7, w->where7);
    k79_div(w->where7, w->max7, w->exp7, w->sum7, w->div57);
    k80_contract(w->div57, w->add7, w->contract7);
    k85_add((float(*)[64][768])w->contract7, net->multiheadattention7_out_weight,
            net->multiheadattention7_out_bias, w->add25);
    k82_add(w->add25, net->layernorm14_weight, net->layernorm14_bias, w->div13,
            w->div36, w->add32);
    k83_mul(w->add32, net->linear13_weight, net->linear13_bias, w->mul7);
    k84_x(w->mul7, net->linear14_weight, net->linear14_bias, w->add25);
    k82_add(w->add25, net->layernorm15_weight, net->layernorm15_bias, w->div14,
            w->div37, w->add20);
    k77_add(w->add20, net->multiheadattention8_qkv_weight,
            net->multiheadattention8_qkv_bias, w->add8);
    k78_where(w->add8, w->where8);
    k79_div(w->where8, w->max8, w->exp8, w->sum8, w->div58);
    k80_contract(w->div58, w->add8, w->contract8);
    k85_add((float(*)[64][768])w->contract8, net->multiheadattention8_out_weight,
            net->multiheadattention8_out_bias, w->add25);
    k82_add(w->add25, net->layernorm16_weight, net->layernorm16_bias, w->div15,
            w->div38, w->add33);
    k83_mul(w->add33, net->linear15_weight, net->linear15_bias, w->mul8);
    k84_x(w->mul8, net->linear16_weight, net->linear16_bias, w->add25);
    k82_add(w->add25, net->layernorm17_weight, net->layernorm17_bias, w->div16,
            w->div39, w->add21);
    k77_add(w->add21, net->multiheadattention9_qkv_weight,
            net->multiheadattention9_qkv_bias, w->add9);
    k78_where(w->add9, w->where9);
    k79_div(w->where9, w->max9, w->exp9, w->sum9, w->div59);
    k80_contract(w->div59, w->add9, w->contract9);
    k85_add((float(*)[64][768])w->contract9, net->multiheadattention9_out_weight,
            net->multiheadattention9_out_bias, w->add25);
    k82_add(w->add25, net->layernorm18_weight, net->layernorm18_bias, w->div17,
            w->div40, w->add34);
    k83_mul(w->add34, net->linear17_weight, net->linear17_bias, w->mul9);
    k84_x(w->mul9, net->linear18_weight, net->linear18_bias, w->add25);
    k82_add(w->add25, net->layernorm19_weight, net->layernorm19_bias, w->div18,
            w->div41, w->add22);
    k77_add(w->add22, net->multiheadattention10_qkv_weight,
            net->multiheadattention10_qkv_bias, w->add10);
    k78_where(w->add10, w->where10);
    k79_div(w->where10, w->max10, w->exp10, w->sum10, w->div60);
    k80_contract(w->div60, w->add10, w->contract10);
    k85_add((float(*)[64][768])w->contract10, net->multiheadattention10_out_weight,
            net->multiheadattention10_out_bias, w->add25);
    k82_add(w->add25, net->layernorm20_weight, net->layernorm20_bias, w->div19,
            w->div42, w->add35);
    k83_mul(w->add35, net->linear19_weight, net->linear19_bias, w->mul10);
    k84_x(w->mul10, net->linear20_weight, net->linear20_bias, w->add25);
    k82_add(w->add25, net->layernorm21_weight, net->layernorm21_bias, w->div20,
            w->div43, w->add23);
    k77_add(w->add23, net->multiheadattention11_qkv_weight,
            net->multiheadattention11_qkv_bias, w->add11);
    k78_where(w->add11, w->where11);
    k79_div(w->where11, w->max11, w->exp11, w->sum11, w->div61);
    k80_contract(w->div61, w->add11, w->contract11);
    k85_add((float(*)[64][768])w->contract11, net->multiheadattention11_out_weight,
            net->multiheadattention11_out_bias, w->add25);
    k82_add(w->add25, net->layernorm22_weight, net->layernorm22_bias, w->div21,
            w->div44, w->add36);
    k83_mul(w->add36, net->linear21_weight, net->linear21_bias, w->mul11);
    k84_x(w->mul11, net->linear22_weight, net->linear22_bias, w->add25);
    k82_add(w->add25, net->layernorm23_weight, net->layernorm23_bias, w->div22,
            w->div45, w->add24);
    k77_add(w->add24, net->multiheadattention12_qkv_weight,
            net->multiheadattention12_qkv_bias, w->add12);
    k78_where(w->add12, w->where12);
    k79_div(w->where12, w->max12, w->exp12, w->sum12, w->div62);
    k80_contract(w->div62, w->add12, w->contract12);
    k85_add((float(*)[64][768])w->contract12, net->multiheadattention12_out_weight,
            net->multiheadattention12_out_bias, w->add25);
    k82_add(w->add25, net->layernorm24_weight, net->layernorm24_bias, w->div23,
            w->div46, w->add37);
    k83_mul(w->add37, net->linear23_weight, net->linear23_bias, w->mul12);
    k84_x(w->mul12, net->linear24_weight, net->linear24_bias, w->add25);
    k82_add(w->add25, net->layernorm25_weight, net->layernorm25_bias, w->div48,
            w->div50, w->x);
    k86_logits(w->x, net->embedding1_weight, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor gpt2_124m_tensors[] = {
    {"embedding1.weight", MF_F32, MF_PARAM, 2, {50257, 768}, offsetof(Gpt2124m, embedding1_weight)},
    {"positions", MF_F32, MF_PARAM, 2, {1024, 768}, offsetof(Gpt2124m, positions)},
    {"multiheadattention1.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention1_qkv_weight)},
    {"multiheadattention1.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention1_qkv_bias)},
    {"multiheadattention1.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention1_out_weight)},
    {"multiheadattention1.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention1_out_bias)},
    {"layernorm1.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm1_weight)},
    {"layernorm1.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm1_bias)},
    {"layernorm2.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm2_weight)},
    {"layernorm2.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm2_bias)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear2_bias)},
    {"multiheadattention2.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention2_qkv_weight)},
    {"multiheadattention2.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention2_qkv_bias)},
    {"multiheadattention2.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention2_out_weight)},
    {"multiheadattention2.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention2_out_bias)},
    {"layernorm3.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm3_weight)},
    {"layernorm3.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm3_bias)},
    {"layernorm4.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm4_weight)},
    {"layernorm4.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm4_bias)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear3_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear3_bias)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear4_weight)},
    {"linear4.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear4_bias)},
    {"multiheadattention3.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention3_qkv_weight)},
    {"multiheadattention3.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention3_qkv_bias)},
    {"multiheadattention3.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention3_out_weight)},
    {"multiheadattention3.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention3_out_bias)},
    {"layernorm5.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm5_weight)},
    {"layernorm5.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm5_bias)},
    {"layernorm6.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm6_weight)},
    {"layernorm6.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm6_bias)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear5_weight)},
    {"linear5.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear5_bias)},
    {"linear6.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear6_weight)},
    {"linear6.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear6_bias)},
    {"multiheadattention4.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention4_qkv_weight)},
    {"multiheadattention4.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention4_qkv_bias)},
    {"multiheadattention4.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention4_out_weight)},
    {"multiheadattention4.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention4_out_bias)},
    {"layernorm7.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm7_weight)},
    {"layernorm7.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm7_bias)},
    {"layernorm8.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm8_weight)},
    {"layernorm8.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm8_bias)},
    {"linear7.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear7_weight)},
    {"linear7.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear7_bias)},
    {"linear8.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear8_weight)},
    {"linear8.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear8_bias)},
    {"multiheadattention5.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention5_qkv_weight)},
    {"multiheadattention5.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention5_qkv_bias)},
    {"multiheadattention5.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention5_out_weight)},
    {"multiheadattention5.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention5_out_bias)},
    {"layernorm9.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm9_weight)},
    {"layernorm9.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm9_bias)},
    {"layernorm10.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm10_weight)},
    {"layernorm10.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm10_bias)},
    {"linear9.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear9_weight)},
    {"linear9.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear9_bias)},
    {"linear10.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear10_weight)},
    {"linear10.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear10_bias)},
    {"multiheadattention6.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention6_qkv_weight)},
    {"multiheadattention6.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention6_qkv_bias)},
    {"multiheadattention6.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention6_out_weight)},
    {"multiheadattention6.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention6_out_bias)},
    {"layernorm11.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm11_weight)},
    {"layernorm11.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm11_bias)},
    {"layernorm12.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm12_weight)},
    {"layernorm12.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm12_bias)},
    {"linear11.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear11_weight)},
    {"linear11.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear11_bias)},
    {"linear12.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear12_weight)},
    {"linear12.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear12_bias)},
    {"multiheadattention7.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention7_qkv_weight)},
    {"multiheadattention7.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention7_qkv_bias)},
    {"multiheadattention7.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention7_out_weight)},
    {"multiheadattention7.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention7_out_bias)},
    {"layernorm13.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm13_weight)},
    {"layernorm13.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm13_bias)},
    {"layernorm14.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm14_weight)},
    {"layernorm14.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm14_bias)},
    {"linear13.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear13_weight)},
    {"linear13.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear13_bias)},
    {"linear14.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear14_weight)},
    {"linear14.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear14_bias)},
    {"multiheadattention8.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention8_qkv_weight)},
    {"multiheadattention8.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention8_qkv_bias)},
    {"multiheadattention8.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention8_out_weight)},
    {"multiheadattention8.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention8_out_bias)},
    {"layernorm15.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm15_weight)},
    {"layernorm15.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm15_bias)},
    {"layernorm16.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm16_weight)},
    {"layernorm16.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm16_bias)},
    {"linear15.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear15_weight)},
    {"linear15.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear15_bias)},
    {"linear16.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear16_weight)},
    {"linear16.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear16_bias)},
    {"multiheadattention9.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention9_qkv_weight)},
    {"multiheadattention9.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention9_qkv_bias)},
    {"multiheadattention9.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention9_out_weight)},
    {"multiheadattention9.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention9_out_bias)},
    {"layernorm17.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm17_weight)},
    {"layernorm17.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm17_bias)},
    {"layernorm18.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm18_weight)},
    {"layernorm18.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm18_bias)},
    {"linear17.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear17_weight)},
    {"linear17.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear17_bias)},
    {"linear18.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear18_weight)},
    {"linear18.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear18_bias)},
    {"multiheadattention10.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention10_qkv_weight)},
    {"multiheadattention10.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention10_qkv_bias)},
    {"multiheadattention10.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention10_out_weight)},
    {"multiheadattention10.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention10_out_bias)},
    {"layernorm19.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm19_weight)},
    {"layernorm19.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm19_bias)},
    {"layernorm20.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm20_weight)},
    {"layernorm20.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm20_bias)},
    {"linear19.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear19_weight)},
    {"linear19.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear19_bias)},
    {"linear20.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear20_weight)},
    {"linear20.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear20_bias)},
    {"multiheadattention11.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention11_qkv_weight)},
    {"multiheadattention11.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention11_qkv_bias)},
    {"multiheadattention11.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention11_out_weight)},
    {"multiheadattention11.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention11_out_bias)},
    {"layernorm21.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm21_weight)},
    {"layernorm21.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm21_bias)},
    {"layernorm22.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm22_weight)},
    {"layernorm22.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm22_bias)},
    {"linear21.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear21_weight)},
    {"linear21.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear21_bias)},
    {"linear22.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear22_weight)},
    {"linear22.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear22_bias)},
    {"multiheadattention12.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, multiheadattention12_qkv_weight)},
    {"multiheadattention12.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, multiheadattention12_qkv_bias)},
    {"multiheadattention12.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, multiheadattention12_out_weight)},
    {"multiheadattention12.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, multiheadattention12_out_bias)},
    {"layernorm23.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm23_weight)},
    {"layernorm23.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm23_bias)},
    {"layernorm24.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm24_weight)},
    {"layernorm24.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm24_bias)},
    {"linear23.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, linear23_weight)},
    {"linear23.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, linear23_bias)},
    {"linear24.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, linear24_weight)},
    {"linear24.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, linear24_bias)},
    {"layernorm25.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm25_weight)},
    {"layernorm25.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm25_bias)},
    {"adamw.m.embedding1.weight", MF_F32, MF_STATE, 2, {50257, 768}, offsetof(Gpt2124m, adamw_m_embedding1_weight)},
    {"adamw.v.embedding1.weight", MF_F32, MF_STATE, 2, {50257, 768}, offsetof(Gpt2124m, adamw_v_embedding1_weight)},
    {"adamw.m.positions", MF_F32, MF_STATE, 2, {1024, 768}, offsetof(Gpt2124m, adamw_m_positions)},
    {"adamw.v.positions", MF_F32, MF_STATE, 2, {1024, 768}, offsetof(Gpt2124m, adamw_v_positions)},
    {"adamw.m.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention1.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention1.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention1.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention1.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm1.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm1.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm1.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm1.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm2.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm2.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm2_bias)},
    {"adamw.m.linear1.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear1_weight)},
    {"adamw.v.linear1.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear1_weight)},
    {"adamw.m.linear1.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear1_bias)},
    {"adamw.v.linear1.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear1_bias)},
    {"adamw.m.linear2.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear2_weight)},
    {"adamw.v.linear2.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear2_weight)},
    {"adamw.m.linear2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear2_bias)},
    {"adamw.v.linear2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention2_qkv_weight)},
    {"adamw.v.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention2_qkv_weight)},
    {"adamw.m.multiheadattention2.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention2_qkv_bias)},
    {"adamw.v.multiheadattention2.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention2_qkv_bias)},
    {"adamw.m.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention2_out_weight)},
    {"adamw.v.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention2_out_weight)},
    {"adamw.m.multiheadattention2.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention2_out_bias)},
    {"adamw.v.multiheadattention2.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention2_out_bias)},
    {"adamw.m.layernorm3.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm3_weight)},
    {"adamw.v.layernorm3.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm3_weight)},
    {"adamw.m.layernorm3.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm3_bias)},
    {"adamw.v.layernorm3.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm3_bias)},
    {"adamw.m.layernorm4.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm4_weight)},
    {"adamw.v.layernorm4.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm4_weight)},
    {"adamw.m.layernorm4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm4_bias)},
    {"adamw.v.layernorm4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm4_bias)},
    {"adamw.m.linear3.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear3_weight)},
    {"adamw.v.linear3.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear3_weight)},
    {"adamw.m.linear3.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear3_bias)},
    {"adamw.v.linear3.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear3_bias)},
    {"adamw.m.linear4.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear4_weight)},
    {"adamw.v.linear4.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear4_weight)},
    {"adamw.m.linear4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear4_bias)},
    {"adamw.v.linear4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear4_bias)},
    {"adamw.m.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention3_qkv_weight)},
    {"adamw.v.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention3_qkv_weight)},
    {"adamw.m.multiheadattention3.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention3_qkv_bias)},
    {"adamw.v.multiheadattention3.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention3_qkv_bias)},
    {"adamw.m.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention3_out_weight)},
    {"adamw.v.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention3_out_weight)},
    {"adamw.m.multiheadattention3.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention3_out_bias)},
    {"adamw.v.multiheadattention3.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention3_out_bias)},
    {"adamw.m.layernorm5.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm5_weight)},
    {"adamw.v.layernorm5.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm5_weight)},
    {"adamw.m.layernorm5.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm5_bias)},
    {"adamw.v.layernorm5.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm5_bias)},
    {"adamw.m.layernorm6.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm6_weight)},
    {"adamw.v.layernorm6.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm6_weight)},
    {"adamw.m.layernorm6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm6_bias)},
    {"adamw.v.layernorm6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm6_bias)},
    {"adamw.m.linear5.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear5_weight)},
    {"adamw.v.linear5.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear5_weight)},
    {"adamw.m.linear5.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear5_bias)},
    {"adamw.v.linear5.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear5_bias)},
    {"adamw.m.linear6.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear6_weight)},
    {"adamw.v.linear6.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear6_weight)},
    {"adamw.m.linear6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear6_bias)},
    {"adamw.v.linear6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear6_bias)},
    {"adamw.m.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention4_qkv_weight)},
    {"adamw.v.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention4_qkv_weight)},
    {"adamw.m.multiheadattention4.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention4_qkv_bias)},
    {"adamw.v.multiheadattention4.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention4_qkv_bias)},
    {"adamw.m.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention4_out_weight)},
    {"adamw.v.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention4_out_weight)},
    {"adamw.m.multiheadattention4.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention4_out_bias)},
    {"adamw.v.multiheadattention4.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention4_out_bias)},
    {"adamw.m.layernorm7.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm7_weight)},
    {"adamw.v.layernorm7.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm7_weight)},
    {"adamw.m.layernorm7.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm7_bias)},
    {"adamw.v.layernorm7.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm7_bias)},
    {"adamw.m.layernorm8.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm8_weight)},
    {"adamw.v.layernorm8.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm8_weight)},
    {"adamw.m.layernorm8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm8_bias)},
    {"adamw.v.layernorm8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm8_bias)},
    {"adamw.m.linear7.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear7_weight)},
    {"adamw.v.linear7.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear7_weight)},
    {"adamw.m.linear7.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear7_bias)},
    {"adamw.v.linear7.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear7_bias)},
    {"adamw.m.linear8.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear8_weight)},
    {"adamw.v.linear8.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear8_weight)},
    {"adamw.m.linear8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear8_bias)},
    {"adamw.v.linear8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear8_bias)},
    {"adamw.m.multiheadattention5.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention5_qkv_weight)},
    {"adamw.v.multiheadattention5.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention5_qkv_weight)},
    {"adamw.m.multiheadattention5.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention5_qkv_bias)},
    {"adamw.v.multiheadattention5.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention5_qkv_bias)},
    {"adamw.m.multiheadattention5.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention5_out_weight)},
    {"adamw.v.multiheadattention5.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention5_out_weight)},
    {"adamw.m.multiheadattention5.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention5_out_bias)},
    {"adamw.v.multiheadattention5.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention5_out_bias)},
    {"adamw.m.layernorm9.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm9_weight)},
    {"adamw.v.layernorm9.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm9_weight)},
    {"adamw.m.layernorm9.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm9_bias)},
    {"adamw.v.layernorm9.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm9_bias)},
    {"adamw.m.layernorm10.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm10_weight)},
    {"adamw.v.layernorm10.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm10_weight)},
    {"adamw.m.layernorm10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm10_bias)},
    {"adamw.v.layernorm10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm10_bias)},
    {"adamw.m.linear9.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear9_weight)},
    {"adamw.v.linear9.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear9_weight)},
    {"adamw.m.linear9.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear9_bias)},
    {"adamw.v.linear9.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear9_bias)},
    {"adamw.m.linear10.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear10_weight)},
    {"adamw.v.linear10.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear10_weight)},
    {"adamw.m.linear10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear10_bias)},
    {"adamw.v.linear10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear10_bias)},
    {"adamw.m.multiheadattention6.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention6_qkv_weight)},
    {"adamw.v.multiheadattention6.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention6_qkv_weight)},
    {"adamw.m.multiheadattention6.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention6_qkv_bias)},
    {"adamw.v.multiheadattention6.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention6_qkv_bias)},
    {"adamw.m.multiheadattention6.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention6_out_weight)},
    {"adamw.v.multiheadattention6.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention6_out_weight)},
    {"adamw.m.multiheadattention6.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention6_out_bias)},
    {"adamw.v.multiheadattention6.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention6_out_bias)},
    {"adamw.m.layernorm11.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm11_weight)},
    {"adamw.v.layernorm11.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm11_weight)},
    {"adamw.m.layernorm11.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm11_bias)},
    {"adamw.v.layernorm11.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm11_bias)},
    {"adamw.m.layernorm12.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm12_weight)},
    {"adamw.v.layernorm12.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm12_weight)},
    {"adamw.m.layernorm12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm12_bias)},
    {"adamw.v.layernorm12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm12_bias)},
    {"adamw.m.linear11.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear11_weight)},
    {"adamw.v.linear11.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear11_weight)},
    {"adamw.m.linear11.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear11_bias)},
    {"adamw.v.linear11.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear11_bias)},
    {"adamw.m.linear12.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear12_weight)},
    {"adamw.v.linear12.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear12_weight)},
    {"adamw.m.linear12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear12_bias)},
    {"adamw.v.linear12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear12_bias)},
    {"adamw.m.multiheadattention7.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention7_qkv_weight)},
    {"adamw.v.multiheadattention7.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention7_qkv_weight)},
    {"adamw.m.multiheadattention7.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention7_qkv_bias)},
    {"adamw.v.multiheadattention7.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention7_qkv_bias)},
    {"adamw.m.multiheadattention7.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention7_out_weight)},
    {"adamw.v.multiheadattention7.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention7_out_weight)},
    {"adamw.m.multiheadattention7.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention7_out_bias)},
    {"adamw.v.multiheadattention7.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention7_out_bias)},
    {"adamw.m.layernorm13.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm13_weight)},
    {"adamw.v.layernorm13.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm13_weight)},
    {"adamw.m.layernorm13.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm13_bias)},
    {"adamw.v.layernorm13.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm13_bias)},
    {"adamw.m.layernorm14.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm14_weight)},
    {"adamw.v.layernorm14.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm14_weight)},
    {"adamw.m.layernorm14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm14_bias)},
    {"adamw.v.layernorm14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm14_bias)},
    {"adamw.m.linear13.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear13_weight)},
    {"adamw.v.linear13.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear13_weight)},
    {"adamw.m.linear13.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear13_bias)},
    {"adamw.v.linear13.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear13_bias)},
    {"adamw.m.linear14.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear14_weight)},
    {"adamw.v.linear14.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear14_weight)},
    {"adamw.m.linear14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear14_bias)},
    {"adamw.v.linear14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear14_bias)},
    {"adamw.m.multiheadattention8.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention8_qkv_weight)},
    {"adamw.v.multiheadattention8.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention8_qkv_weight)},
    {"adamw.m.multiheadattention8.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention8_qkv_bias)},
    {"adamw.v.multiheadattention8.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention8_qkv_bias)},
    {"adamw.m.multiheadattention8.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention8_out_weight)},
    {"adamw.v.multiheadattention8.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention8_out_weight)},
    {"adamw.m.multiheadattention8.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention8_out_bias)},
    {"adamw.v.multiheadattention8.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention8_out_bias)},
    {"adamw.m.layernorm15.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm15_weight)},
    {"adamw.v.layernorm15.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm15_weight)},
    {"adamw.m.layernorm15.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm15_bias)},
    {"adamw.v.layernorm15.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm15_bias)},
    {"adamw.m.layernorm16.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm16_weight)},
    {"adamw.v.layernorm16.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm16_weight)},
    {"adamw.m.layernorm16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm16_bias)},
    {"adamw.v.layernorm16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm16_bias)},
    {"adamw.m.linear15.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear15_weight)},
    {"adamw.v.linear15.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear15_weight)},
    {"adamw.m.linear15.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear15_bias)},
    {"adamw.v.linear15.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear15_bias)},
    {"adamw.m.linear16.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear16_weight)},
    {"adamw.v.linear16.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear16_weight)},
    {"adamw.m.linear16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear16_bias)},
    {"adamw.v.linear16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear16_bias)},
    {"adamw.m.multiheadattention9.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention9_qkv_weight)},
    {"adamw.v.multiheadattention9.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention9_qkv_weight)},
    {"adamw.m.multiheadattention9.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention9_qkv_bias)},
    {"adamw.v.multiheadattention9.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention9_qkv_bias)},
    {"adamw.m.multiheadattention9.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention9_out_weight)},
    {"adamw.v.multiheadattention9.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention9_out_weight)},
    {"adamw.m.multiheadattention9.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention9_out_bias)},
    {"adamw.v.multiheadattention9.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention9_out_bias)},
    {"adamw.m.layernorm17.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm17_weight)},
    {"adamw.v.layernorm17.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm17_weight)},
    {"adamw.m.layernorm17.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm17_bias)},
    {"adamw.v.layernorm17.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm17_bias)},
    {"adamw.m.layernorm18.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm18_weight)},
    {"adamw.v.layernorm18.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm18_weight)},
    {"adamw.m.layernorm18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm18_bias)},
    {"adamw.v.layernorm18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm18_bias)},
    {"adamw.m.linear17.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear17_weight)},
    {"adamw.v.linear17.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear17_weight)},
    {"adamw.m.linear17.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear17_bias)},
    {"adamw.v.linear17.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear17_bias)},
    {"adamw.m.linear18.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear18_weight)},
    {"adamw.v.linear18.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear18_weight)},
    {"adamw.m.linear18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear18_bias)},
    {"adamw.v.linear18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear18_bias)},
    {"adamw.m.multiheadattention10.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention10_qkv_weight)},
    {"adamw.v.multiheadattention10.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention10_qkv_weight)},
    {"adamw.m.multiheadattention10.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention10_qkv_bias)},
    {"adamw.v.multiheadattention10.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention10_qkv_bias)},
    {"adamw.m.multiheadattention10.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention10_out_weight)},
    {"adamw.v.multiheadattention10.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention10_out_weight)},
    {"adamw.m.multiheadattention10.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention10_out_bias)},
    {"adamw.v.multiheadattention10.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention10_out_bias)},
    {"adamw.m.layernorm19.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm19_weight)},
    {"adamw.v.layernorm19.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm19_weight)},
    {"adamw.m.layernorm19.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm19_bias)},
    {"adamw.v.layernorm19.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm19_bias)},
    {"adamw.m.layernorm20.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm20_weight)},
    {"adamw.v.layernorm20.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm20_weight)},
    {"adamw.m.layernorm20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm20_bias)},
    {"adamw.v.layernorm20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm20_bias)},
    {"adamw.m.linear19.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear19_weight)},
    {"adamw.v.linear19.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear19_weight)},
    {"adamw.m.linear19.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear19_bias)},
    {"adamw.v.linear19.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear19_bias)},
    {"adamw.m.linear20.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear20_weight)},
    {"adamw.v.linear20.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear20_weight)},
    {"adamw.m.linear20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear20_bias)},
    {"adamw.v.linear20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear20_bias)},
    {"adamw.m.multiheadattention11.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention11_qkv_weight)},
    {"adamw.v.multiheadattention11.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention11_qkv_weight)},
    {"adamw.m.multiheadattention11.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention11_qkv_bias)},
    {"adamw.v.multiheadattention11.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention11_qkv_bias)},
    {"adamw.m.multiheadattention11.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention11_out_weight)},
    {"adamw.v.multiheadattention11.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention11_out_weight)},
    {"adamw.m.multiheadattention11.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention11_out_bias)},
    {"adamw.v.multiheadattention11.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention11_out_bias)},
    {"adamw.m.layernorm21.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm21_weight)},
    {"adamw.v.layernorm21.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm21_weight)},
    {"adamw.m.layernorm21.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm21_bias)},
    {"adamw.v.layernorm21.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm21_bias)},
    {"adamw.m.layernorm22.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm22_weight)},
    {"adamw.v.layernorm22.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm22_weight)},
    {"adamw.m.layernorm22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm22_bias)},
    {"adamw.v.layernorm22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm22_bias)},
    {"adamw.m.linear21.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear21_weight)},
    {"adamw.v.linear21.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear21_weight)},
    {"adamw.m.linear21.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear21_bias)},
    {"adamw.v.linear21.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear21_bias)},
    {"adamw.m.linear22.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear22_weight)},
    {"adamw.v.linear22.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear22_weight)},
    {"adamw.m.linear22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear22_bias)},
    {"adamw.v.linear22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear22_bias)},
    {"adamw.m.multiheadattention12.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_m_multiheadattention12_qkv_weight)},
    {"adamw.v.multiheadattention12.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, adamw_v_multiheadattention12_qkv_weight)},
    {"adamw.m.multiheadattention12.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_m_multiheadattention12_qkv_bias)},
    {"adamw.v.multiheadattention12.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, adamw_v_multiheadattention12_qkv_bias)},
    {"adamw.m.multiheadattention12.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_m_multiheadattention12_out_weight)},
    {"adamw.v.multiheadattention12.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, adamw_v_multiheadattention12_out_weight)},
    {"adamw.m.multiheadattention12.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_multiheadattention12_out_bias)},
    {"adamw.v.multiheadattention12.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_multiheadattention12_out_bias)},
    {"adamw.m.layernorm23.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm23_weight)},
    {"adamw.v.layernorm23.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm23_weight)},
    {"adamw.m.layernorm23.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm23_bias)},
    {"adamw.v.layernorm23.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm23_bias)},
    {"adamw.m.layernorm24.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm24_weight)},
    {"adamw.v.layernorm24.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm24_weight)},
    {"adamw.m.layernorm24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm24_bias)},
    {"adamw.v.layernorm24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm24_bias)},
    {"adamw.m.linear23.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_m_linear23_weight)},
    {"adamw.v.linear23.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, adamw_v_linear23_weight)},
    {"adamw.m.linear23.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_m_linear23_bias)},
    {"adamw.v.linear23.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, adamw_v_linear23_bias)},
    {"adamw.m.linear24.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_m_linear24_weight)},
    {"adamw.v.linear24.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, adamw_v_linear24_weight)},
    {"adamw.m.linear24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_linear24_bias)},
    {"adamw.v.linear24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_linear24_bias)},
    {"adamw.m.layernorm25.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm25_weight)},
    {"adamw.v.layernorm25.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm25_weight)},
    {"adamw.m.layernorm25.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm25_bias)},
    {"adamw.v.layernorm25.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm25_bias)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, lr)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, weight_decay)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, beta2)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, eps)},
};
/* clang-format on */

#ifndef GPT2_124M_NO_MAIN

/* clang-format off */
static const MfPort logits_in[] = {
    {"tokens", MF_I32, 2, {1, 64}, 50257},
};
/* clang-format on */

/* clang-format off */
static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 50257}, 0},
};
/* clang-format on */

static void call_logits(void *net, const void *const *in, void *const *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    gpt2_124m_logits(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"logits", 1, 1, 1, logits_in, logits_out, call_logits},
};
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {4, 64}, 50257},
    {"target", MF_I32, 2, {4, 64}, 50257},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)gpt2_124m_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)gpt2_124m_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)gpt2_124m_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 4,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 1000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .turns = 1,
    },
};
/* clang-format on */

/* clang-format off */
static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    gpt2_124m_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "gpt2_124m",
    .script = "gpt2_124m.lua",
    .version = "0.1",
    .hash = 0x29a9844ec61c5bcu,
    .real = MF_F32,
    .size = sizeof(Gpt2124m),
    .param_bytes = 497759232,
    .state_bytes = 995518464,
    .work_bytes = 559642624,
    .seed_offset = offsetof(Gpt2124m, seed),
    .step_offset = offsetof(Gpt2124m, step),
    .init = init_net,
    .n_tensors = 449,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = gpt2_124m_tensors,
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

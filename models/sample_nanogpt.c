/*
 * sample_nanogpt.c - text written by a trained models/nanogpt.lua: a program of one's
 * own around the emitted functions. From this folder, DATA being where
 * tinyshakespeare.txt is and RT the folder of the runtime's headers:
 *
 *     mfc run nanogpt.lua -- --data-dir DATA --save nanogpt.safetensors
 *     mfc compile nanogpt.lua --no-main --header nanogpt.h -o nanogpt.c
 *     cc -O3 -march=native -I RT sample_nanogpt.c nanogpt.c libmfrt.a -lm -o sample
 *     ./sample nanogpt.safetensors [CHARACTERS [TEMPERATURE [SEED [START]]]]
 *
 * A temperature of 0 always takes the likeliest character.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_data.h"
#include "mf_safetensors.h"
#include "nanogpt.h"

enum { CONTEXT = 64, VOCABULARY = 65 };

/* Fills the parameters, which are the first tensors of the model, and the alphabet,
 * which the trainer wrote beside them. */
static int load(Nanogpt *net, MfFit *fit, const char *path)
{
    MfTensorFile file;
    int code = mf_tensors_open(&file, path);
    size_t bytes = 0;
    for (const MfTensor *t = nanogpt_tensors; !code && bytes < NANOGPT_PARAM_BYTES;
         t++) {
        MfPlace place = {t->name, t->dtype, t->rank, t->dim, (char *)net + t->offset};
        bytes += mf_place_count(&place) * mf_dtype_size(t->dtype);
        code = mf_tensors_match(&file, &place);
        code = code ? code : mf_tensors_read(&file, &place);
    }
    const char *text = code ? NULL : mf_tensors_text(&file, "fit");
    code = code || !text ? 3 : mf_fit_parse(text, fit);
    mf_tensors_close(&file);
    return code;
}

/* Draws a token; `u` is uniform in [0, 1). */
static int draw(const float logits[VOCABULARY], double temperature, double u)
{
    int best = 0;
    for (int i = 1; i < VOCABULARY; i++)
        best = logits[i] > logits[best] ? i : best;
    if (temperature <= 0)
        return best;
    double weight[VOCABULARY], sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
        weight[i] = exp(((double)logits[i] - (double)logits[best]) / temperature);
        sum += weight[i];
    }
    for (int i = 0; i < VOCABULARY; i++) {
        u -= weight[i] / sum;
        if (u < 0)
            return i;
    }
    return best;
}

static int token_of(const MfFit *fit, char c)
{
    for (int i = 0; i < fit->n_bytes; i++)
        if (fit->byte[i] == (unsigned char)c)
            return i;
    return -1;
}

/* A window of the text so far: the newest CONTEXT tokens. What stands behind the
 * newest one is not looked at. */
typedef struct Window {
    int32_t token[1][CONTEXT];
    int n;
} Window;

static void append(Window *w, int token)
{
    if (w->n == CONTEXT) {
        memmove(w->token[0], w->token[0] + 1, (CONTEXT - 1) * sizeof w->token[0][0]);
        w->n--;
    }
    w->token[0][w->n++] = token;
}

int main(int argc, char **argv)
{
    static Nanogpt net;
    static float logits[1][CONTEXT][VOCABULARY];
    long characters = argc > 2 ? strtol(argv[2], NULL, 10) : 500;
    double temperature = argc > 3 ? strtod(argv[3], NULL) : 0.8;
    uint64_t seed = argc > 4 ? strtoull(argv[4], NULL, 10) : 1;
    const char *start = argc > 5 && *argv[5] ? argv[5] : "\n";
    MfFit fit = {0};
    if (argc < 2) {
        fprintf(stderr, "usage: sample PARAMS.safetensors "
                        "[CHARACTERS [TEMPERATURE [SEED [START]]]]\n");
        return 2;
    }
    if (load(&net, &fit, argv[1]) != 0)
        return 3;
    Window window = {0};
    for (; *start; start++) {
        int token = token_of(&fit, *start);
        if (token < 0) {
            fprintf(stderr, "the network does not know the byte %d\n", *start);
            return 2;
        }
        append(&window, token);
        putchar(*start);
    }
    for (long i = 0; i < characters; i++) {
        nanogpt_logits(&net, (const int32_t(*)[CONTEXT])window.token, logits);
        int token = draw(logits[0][window.n - 1], temperature,
                         mf_uniform(seed, 0, 0, (uint64_t)i));
        append(&window, token);
        putchar(token < fit.n_bytes ? fit.byte[token] : '?');
        fflush(stdout);
    }
    putchar('\n');
    mf_fit_free(&fit);
    return 0;
}

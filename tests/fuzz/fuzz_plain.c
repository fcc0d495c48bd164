/*
 * fuzz_plain.c - gives fuzz_target.c its corpus and inputs made of that by chance,
 * where nothing watches which way they go: what the test run has of libFuzzer, without
 * a build of its own.
 *
 *     MFC_FUZZ=csv build/dev/fuzz_plain LAST SEED COUNT FILE...
 *
 * After the files come COUNT inputs. LAST is the file that holds the one being read.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

enum { MOST = 1024, STEPS = 4 };

typedef struct Input {
    size_t n;
    uint8_t at[MOST];
} Input;

static uint64_t state;

/* A number below n. */
static size_t below(size_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(state >> 33) % n;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static Input read_input(const char *path)
{
    Input in;
    FILE *f = fopen(path, "rb");
    if (f == NULL) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    in.n = fread(in.at, 1, MOST, f);
    fclose(f);
    return in;
}

/* `count` bytes of `from` in the place of `gone` bytes of the input. */
static void splice(Input *in, size_t at, size_t gone, const uint8_t *from, size_t count)
{
    Input out = {.n = at};
    memcpy(out.at, in->at, at);
    count = least(count, MOST - out.n);
    memcpy(out.at + out.n, from, count);
    out.n += count;
    size_t rest = least(in->n - at - gone, MOST - out.n);
    memcpy(out.at + out.n, in->at + at + gone, rest);
    out.n += rest;
    *in = out;
}

/* One change: a bit, a byte, a word, a piece that is gone, or one of another input. */
static void change(Input *in, const Input *other)
{
    static const char *const word[] =
        {"0",     "-1", "4294967296",      "9223372036854775808",
         "1e999", "\"", "\377\377\377\177"};
    static const uint8_t byte[] = {0, 1, 9, ' ', 0x7f, 0x80, 0xff};
    size_t at = below(in->n + 1), left = in->n - at;
    size_t from = below(other->n + 1), rest = other->n - from;
    const char *text = word[below(sizeof word / sizeof *word)];
    switch (below(6)) {
    case 0:
        if (left > 0)
            in->at[at] ^= (uint8_t)(1u << below(8));
        break;
    case 1:
        if (left > 0)
            in->at[at] = byte[below(sizeof byte)];
        break;
    case 2:
        splice(in, at, below(least(left, 3) + 1), (const uint8_t *)text, strlen(text));
        break;
    case 3:
        splice(in, at, below(least(left, 40) + 1), other->at, 0);
        break;
    case 4:
        splice(in, at, 0, other->at + from, below(rest + 1));
        break;
    default:
        splice(in, at, left, other->at + from, rest);
        break;
    }
}

/* Reads it, from memory that ends where it ends. */
static void give(const char *last, const Input *in)
{
    FILE *f = fopen(last, "wb");
    uint8_t *copy = malloc(in->n > 0 ? in->n : 1);
    if (f == NULL || copy == NULL || fwrite(in->at, 1, in->n, f) != in->n ||
        fclose(f) != 0) {
        perror(last);
        exit(EXIT_FAILURE);
    }
    memcpy(copy, in->at, in->n);
    LLVMFuzzerTestOneInput(copy, in->n);
    free(copy);
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fputs("usage: MFC_FUZZ=TARGET fuzz_plain LAST SEED COUNT FILE...\n", stderr);
        return 2;
    }
    LLVMFuzzerInitialize(&argc, &argv);
    const char *last = argv[1];
    size_t files = (size_t)argc - 4, count = strtoul(argv[3], NULL, 10);
    Input *corpus = calloc(files, sizeof *corpus);
    if (corpus == NULL)
        return EXIT_FAILURE;
    state = strtoull(argv[2], NULL, 10);
    for (size_t i = 0; i < files; i++) {
        corpus[i] = read_input(argv[4 + i]);
        give(last, &corpus[i]);
    }
    for (size_t i = 0; i < count; i++) {
        Input in = corpus[below(files)];
        for (size_t k = 1 + below(STEPS); k > 0; k--)
            change(&in, &corpus[below(files)]);
        give(last, &in);
    }
    free(corpus);
    return 0;
}

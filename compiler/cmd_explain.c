/*
 * cmd_explain.c - mfc explain: what a kind of mistake is (diagnostics.def), with an
 * example, or what an exit code means.
 */
#include "cmd.h"
#include "diagnosis.h"

#include <stdlib.h>
#include <string.h>

/* ---- exit codes ---- */

typedef struct Meaning {
    int code;
    const char *mfc, *trainer; /* NULL: it does not end so */
} Meaning;

static const Meaning meanings[] = {
    {0, "done", "finished"},
    {EXIT_SCRIPT,
     "the script is wrong. The message names its line, the operation and the shapes.",
     NULL},
    {EXIT_USAGE, "the command line is wrong: see mfc COMMAND --help",
     "the command line is wrong: see --help of the program"},
    {EXIT_FILE, "a file cannot be read or written, or the C compiler failed",
     "data or a checkpoint cannot be read, or do not fit the network"},
    {EXIT_LIMIT,
     "a limit was reached: instructions, memory, nodes or sizes. A loop of the script "
     "may\nnever end, or a loop that mf.scan would keep small is unrolled.",
     "training diverged: the loss or a parameter is not a number any more. A smaller\n"
     "learning rate (--set lr=...) or clip_norm in mf.train help; --nan-check finds "
     "the step."},
    {5, NULL,
     "the self-test failed: this build computes other values than the reference "
     "evaluator.\nCheck the C compiler's flags: -ffast-math must be off."},
    {EXIT_BUG, "a bug in mfc: please report the script", "a bug: please report it"},
    {130, NULL,
     "stopped by an interrupt, after writing a checkpoint if it has a folder"},
    {143, NULL, "stopped by a signal, after writing a checkpoint if it has a folder"},
};

/* Whether the word is an exit code of mfc or of a trainer, and then what it means. */
static bool explain_exit(const char *word)
{
    char *end;
    long code = strtol(word, &end, 10);
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        const Meaning *m = &meanings[i];
        if (*end || m->code != code)
            continue;
        if (m->mfc)
            printf("mfc ends with %d: %s\n", m->code, m->mfc);
        if (m->trainer)
            printf("a trainer ends with %d: %s\n", m->code, m->trainer);
        return true;
    }
    return false;
}

/* ---- kinds of mistakes ---- */

/* What examples stand on, and how they end where they return nothing themselves. */
static const char before[] = "local mf = require \"mfc\"\n"
                             "local B = mf.dim(\"B\", 10)\n"
                             "local x = mf.input(\"x\", { B, 13 })\n"
                             "local t = mf.input(\"t\", { B, 4 })\n"
                             "local ids = mf.input(\"ids\", { B }, \"i32\")\n"
                             "local image = mf.input(\"image\", { B, 3, 8, 8 })\n"
                             "local W = mf.param(\"W\", { 13, 4 }, mf.init.normal())\n";
static const char after[] =
    "local out = mf.loss.mse(x:mm(W), t)\n"
    "return mf.program { funcs = {\n"
    "  f = mf.func { inputs = { x, t }, outputs = { out } } } }\n";

/* An example as a whole script, or as it is where it is a command. */
static const char *whole(Arena *arena, const char *example)
{
    if (example[0] == '$')
        return example;
    size_t n = strlen(example);
    const char *last = example;
    for (const char *p = example; *p; p++)
        if (p > example && p[-1] == '\n' && p[0] != ' ')
            last = p;
    bool returns = strncmp(last, "return ", 7) == 0;
    return arena_format(arena, "%s%.*s\n%s", before, (int)n, example,
                        returns ? "" : after);
}

static void print_example(const char *what, const char *example)
{
    if (!example)
        return;
    printf("\n%s\n\n    ", what);
    for (const char *p = example; *p; p++) {
        putchar(*p);
        if (*p == '\n')
            printf("    ");
    }
    putchar('\n');
}

static void print_kind(const Diagnosis *d)
{
    printf("%s: %s\n\n%s\n", d->code, d->title, d->help);
    print_example("Wrong:", d->wrong);
    print_example("Right:", d->right);
    if (d->wrong && d->wrong[0] != '$')
        printf("\nHere x is f32[B,13], W f32[13,4], t f32[B,4], image f32[B,3,8,8] and "
               "ids i32[B].\n");
}

static void print_kind_json(Arena *arena, const Diagnosis *d)
{
    printf("{\"code\": \"%s\", \"title\": ", d->code);
    json_text(d->title);
    printf(", \"help\": ");
    json_text(d->help);
    if (d->wrong) {
        printf(", \"wrong\": ");
        json_text(whole(arena, d->wrong));
        printf(", \"right\": ");
        json_text(whole(arena, d->right));
    }
    printf("}\n");
}

_Noreturn static void fail_unknown(Arena *arena, const char *word)
{
    Names codes = {0};
    const Diagnosis *d;
    for (int i = 0; (d = diagnosis_row(i)) != NULL; i++)
        PUSH(arena, codes, d->code);
    const char *near = nearest_name(word, codes.n, codes.at);
    if (near)
        fail(EXIT_USAGE, "explain: there is no %s: did you mean %s?", word, near);
    fail(EXIT_USAGE,
         "explain: %s is not a kind of mistake (mfc explain lists them), and not an "
         "exit code: 0 to 5, 70, 130, 143",
         word);
}

int cmd_explain(Cmd *cmd)
{
    const Diagnosis *d;
    const char *word = cmd->operand.n ? cmd->operand.at[0] : NULL;
    if (word && explain_exit(word))
        return 0;
    if (word) {
        if ((d = diagnosis_find(word)) == NULL)
            fail_unknown(cmd->arena, word);
        if (cmd->json)
            print_kind_json(cmd->arena, d);
        else
            print_kind(d);
        return 0;
    }
    for (int i = 0; (d = diagnosis_row(i)) != NULL; i++) {
        if (cmd->json)
            print_kind_json(cmd->arena, d);
        else
            printf("  %-12s %s\n", d->code, d->title);
    }
    return 0;
}

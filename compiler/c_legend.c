/*
 * c_legend.c - for who reads the file for the first time: how the comments above the
 * kernels are to be read, and what the words of the runtime mean that it uses.
 */
#include "c_file.h"

#include <string.h>

typedef struct Word {
    const char *word, *meaning;
} Word;

static const Word words[] = {
    {"MF_ROLLED", "gcc shall make vectors of the loop, and not unroll it"},
    {"MF_UNROLLED", "gcc shall unroll the loop, and make vectors across the rows"},
    {"MF_SINGLY", "gcc shall not do two turns of the loop at a time"},
    {"MF_BY_ROW", "clang shall make vectors along the rows, not across them"},
    {"MF_LANES", "how many of the 16 lanes of a sum the loop goes over: n or all"},
    {"mf_sum16", "the sum of 16 lanes, added as a tree: always in the same order"},
    {"mf_max16", "the largest of 16 lanes"},
    {"mf_first16", "where the largest of 16 lanes stands, the first of equals"},
    {"mf_plan", "what all tiles of a product have in common, from tables of counters, "
                "outermost first: {extent, step} of the rows in the first "
                "operand and of the columns in the second, {extent, step, step} of "
                "the terms in both"},
    {"mf_product",
     "a product of matrices by register tiles as it is planned, with one fused "
     "multiply-add a term in rising order"},
    {"mf_product_more", "the same, and the sums go on from those that are there"},
    {"mf_product_turned", "the same, and the result has a row for every column"},
    {"mf_share", "what this thread does of so many turns of so many units each: `from` "
                 "to `to` of the turn `turn`"},
    {"mf_share_each",
     "the same, with one range of units for every turn if that is long"},
    {"mf_more", "goes on to the next turn of its share, if there is one"},
    {"mf_rows", "of the rows of a plan, those that its next products make: from, to"},
    {"mf_thread", "the number of this thread, from 0"},
    {"mf_meet", "all threads wait for each other"},
    {"mf_await", "waits until so many bands of rows are added to a sum"},
    {"mf_added", "one more band is"},
    {"mf_threads",
     "how many threads take part, of those that would be worth their while"},
    {"mf_threads_done", "the step is done that mf_threads began: it is timed"},
    {"mf_ahead",
     "asks the second cache for what the next loop or turn needs: where this "
     "turn's is, how far on that is, of how many bytes, and which part of so many"},
    {"mf_later",
     "asks for it in the same way, while the next product of this plan runs: where "
     "this turn's is, how far on, of how many bytes, which part of so many"},
    {"mf_own", "asks for what the next product of this plan will be stored in, to "
               "write it: where its first unit is, how far the next one, how many "
               "bytes of each"},
    {"mf_neg", "-x, of a zero too, where gcc would fuse it with the sum before"},
    {"mf_real", "an integer as a floating number: 0, and not -0, where it is 0"},
    {"mf_above", "greater, or the first NaN"},
    {"mf_uniform", "a random number from 0 to below 1: seed, stream, step, element"},
    {"mf_uniform_row",
     "random numbers from 0 to below 1: seed, stream, step, the first "
     "element, how many, where to"},
    {"MF_AT32", "begins at a multiple of 32 bytes, as gcc may take it to"},
    {"MF_APART", "not made a part of its caller, whose stack its arrays would take"},
    {"MF_CLONES",
     "compiled for several instruction sets; the fastest that there is runs"},
};

/* Does the text call or mention it, for any type? */
static bool is_used(const char *text, const char *word)
{
    char single[40];
    snprintf(single, sizeof single, "%sf", word);
    return text_mentions(text, word) || text_mentions(text, single);
}

void c_legend(Text *t, const char *body)
{
    text_line(t, " *");
    const char *guest =
        strstr(body, " (in ") != NULL ? " y (in x) is stored in the array of x." : "";
    text_fill(
        t, " * ",
        arena_format(t->arena,
                     "How to read it: above each kernel stand the formulas that "
                     "it computes, with their lines of the script. In them x y is "
                     "a product of matrices, x' a transpose, and dx the gradient "
                     "of the loss with respect to x.%s The functions that call "
                     "the kernels stand behind them.",
                     guest));
    bool any = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!is_used(body, words[i].word))
            continue;
        if (!any)
            text_line(t, " *");
        any = true;
        const char *lead = arena_format(t->arena, " * %-18s ", words[i].word);
        Text meaning = text_new(t->arena);
        text_fill(&meaning, " *                    ", words[i].meaning);
        text_add(t, "%s%s", lead, meaning.at + strlen(lead));
    }
}

/*
 * mf_options.c - the command line of a trainer: parsing, help and the guess at what
 * was meant follow from the two tables of mf_option_table.h.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_file.h"
#include "mf_option_table.h"

static bool takes(const MfOption *option, MfCommand command)
{
    return (option->commands >> command & 1) != 0;
}

/* ---- what was meant ---- */

static bool same_letter(char a, char b)
{
    const char small = 'a' - 'A';
    a = (char)(a >= 'A' && a <= 'Z' ? a + small : a);
    return a == (b >= 'A' && b <= 'Z' ? b + small : b);
}

/* Insertions, deletions, replacements and swaps of neighbours from a to b, small
 * letters or capitals. */
static int edit_distance(const char *a, const char *b)
{
    enum { MF_LONGEST = 40 };
    int n = (int)strlen(a), m = (int)strlen(b), d[3][MF_LONGEST + 1];
    if (n > MF_LONGEST || m > MF_LONGEST)
        return n + m; /* nothing is so far apart */
    for (int j = 0; j <= m; j++)
        d[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *row = d[i % 3], *before = d[(i + 2) % 3], *older = d[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = before[j - 1] + !same_letter(a[i - 1], b[j - 1]);
            best = before[j] + 1 < best ? before[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                older[j - 2] + 1 < best)
                best = older[j - 2] + 1;
            row[j] = best;
        }
    }
    return d[n % 3][m];
}

const char *mf_nearest(const char *word, const char *const *list, int n, size_t stride)
{
    const char *nearest = NULL;
    int least = (int)strlen(word) / 2 + 1;
    for (int i = 0; i < n; i++) {
        const char *entry;
        memcpy(&entry, (const char *)list + (size_t)i * stride, sizeof entry);
        int distance = edit_distance(word, entry);
        if (distance < least) {
            least = distance;
            nearest = entry;
        }
    }
    return nearest;
}

void mf_names_add(MfNames *names, const char *name)
{
    MfQuote q;
    const char *text = mf_quote(&q, name, strlen(name));
    size_t room = sizeof names->text - names->length;
    if (names->n++ > 0 && names->text[names->length - 1] == '.')
        return;
    if (strlen(text) + 8 > room)
        text = "...";
    names->length += (size_t)snprintf(names->text + names->length, room, "%s%s",
                                      names->n > 1 ? ", " : "", text);
}

void mf_names_note(MfNames *names, const char *note)
{
    size_t room = sizeof names->text - names->length;
    bool full = names->text[names->length - 1] == '.';
    if (!full && *note != '\0' && strlen(note) + 20 < room)
        names->length +=
            (size_t)snprintf(names->text + names->length, room, " (%s there)", note);
}

static int unknown(const char *what, const char *word, const char *nearest)
{
    MfQuote q;
    const char *text = mf_quote(&q, word, strlen(word));
    if (nearest != NULL)
        return mf_fail(2, "unknown %s %s: did you mean %s?", what, text, nearest);
    return mf_fail(2, "unknown %s %s: see --help", what, text);
}

/* ---- parsing ---- */

static int parse_number(const MfOption *option, const char *text, long *out)
{
    char *end;
    MfQuote q;
    errno = 0;
    *out = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || *out < 0 || text[0] == ' ')
        return mf_fail(2, "%s wants a whole number from 0, not %s", option->name,
                       mf_quote(&q, text, strlen(text)));
    return 0;
}

static int parse_seed(const char *text, uint64_t *out)
{
    char *end;
    MfQuote q;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || text[0] < '0' || text[0] > '9' || *end != '\0')
        return mf_fail(2, "--seed wants a whole number from 0 to 2^64 - 1, not %s",
                       mf_quote(&q, text, strlen(text)));
    *out = value;
    return 0;
}

static int list_add(MfList *list, const char *text)
{
    const char **longer = mf_resize(list->at, (size_t)list->n + 1, sizeof *list->at);
    if (longer == NULL)
        return 3;
    list->at = longer;
    list->at[list->n++] = text;
    return 0;
}

static int option_store(MfOptions *o, const MfOption *option, const char *value)
{
    void *field = (char *)o + option->field;
    switch (option->kind) {
    case MF_TAKES_NOTHING:
        *(bool *)field = true;
        return 0;
    case MF_TAKES_TEXT:
        *(const char **)field = value;
        return 0;
    case MF_TAKES_LIST:
        return list_add(field, value);
    case MF_TAKES_NUMBER:
        return parse_number(option, value, field);
    case MF_TAKES_SEED:
        o->has_seed = true;
        return parse_seed(value, field);
    }
    return 70;
}

/* The option that argv[i] names, alone or as --name=value. */
static const MfOption *option_find(const char *word, size_t length)
{
    for (int i = 0; i < MF_N_OPTIONS; i++)
        if (strlen(option_table[i].name) == length &&
            strncmp(option_table[i].name, word, length) == 0)
            return &option_table[i];
    return NULL;
}

static int option_unknown(const MfOptions *o, const char *word, size_t length)
{
    const char *name[MF_N_OPTIONS];
    char copy[64];
    int n = 0;
    for (int i = 0; i < MF_N_OPTIONS; i++)
        if (takes(&option_table[i], o->command))
            name[n++] = option_table[i].name;
    snprintf(copy, sizeof copy, "%.*s", length < 60 ? (int)length : 60, word);
    return unknown("option", copy, mf_nearest(copy, name, n, sizeof *name));
}

/* Parses argv[i] and its value; i becomes that of the last word used. */
static int option_parse(MfOptions *o, int argc, char **argv, int *i)
{
    const char *word = argv[*i], *value = strchr(word, '=');
    if (strcmp(word, "-h") == 0)
        word = "--help";
    size_t length = value != NULL ? (size_t)(value - word) : strlen(word);
    const MfOption *option = option_find(word, length);
    if (option == NULL)
        return option_unknown(o, word, length);
    if (!takes(option, o->command))
        return mf_fail(2, "%s is not an option of %s", option->name,
                       command_table[o->command].name);
    if (option->kind == MF_TAKES_NOTHING && value != NULL)
        return mf_fail(2, "%s takes no value", option->name);
    if (option->kind == MF_TAKES_NOTHING || value != NULL)
        return option_store(o, option, value != NULL ? value + 1 : argv[*i]);
    if (++*i >= argc || option_find(argv[*i], strlen(argv[*i])) != NULL)
        return mf_fail(2, "%s needs a value: %s %s", option->name, option->name,
                       option->value);
    return option_store(o, option, argv[*i]);
}

/* MF_COMMANDS when there is no such command. */
static MfCommand command_number(const char *word)
{
    MfCommand command = MF_TRAIN;
    while (command < MF_COMMANDS && strcmp(word, command_table[command].name) != 0)
        command++;
    return command;
}

int mf_options_parse(MfOptions *o, int argc, char **argv)
{
    *o = (MfOptions){.epochs = -1, .steps = -1, .threads = -1, .batches = -1};
    int first = 1, code = 0;
    if (argc > 1 && argv[1][0] != '-') {
        o->command = command_number(argv[1]);
        if (o->command == MF_COMMANDS)
            return unknown("command", argv[1],
                           mf_nearest(argv[1], &command_table[0].name, MF_COMMANDS,
                                      sizeof *command_table));
        first = 2;
    } else if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        o->command = MF_COMMANDS;
        o->help = true;
        return 0;
    }
    for (int i = first; i < argc && code == 0 && !o->help && !o->version; i++) {
        MfQuote q;
        if (argv[i][0] == '-' && argv[i][1] != '\0')
            code = option_parse(o, argc, argv, &i);
        else if (o->command == MF_CALL && o->func == NULL)
            o->func = argv[i];
        else if (command_number(argv[i]) < MF_COMMANDS)
            code = mf_fail(2, "%s: the command comes first", argv[i]);
        else
            code = mf_fail(2, "%s takes no argument %s", command_table[o->command].name,
                           mf_quote(&q, argv[i], strlen(argv[i])));
    }
    return code;
}

void mf_options_free(MfOptions *o)
{
    free(o->data.at);
    free(o->set.at);
    free(o->in.at);
    *o = (MfOptions){0};
}

/* ---- help ---- */

void mf_options_help(const MfModel *model, MfCommand command)
{
    const char *name = model->name;
    if (command == MF_COMMANDS) {
        printf("%s: the network of %s, compiled by mfc %s\n\n", name, model->script,
               model->version);
        for (int i = 0; i < MF_COMMANDS; i++)
            printf("  %s %s\n      %s\n", name, command_table[i].usage,
                   command_table[i].help);
        printf("\n'%s COMMAND --help' lists the options of a command.\n"
               "Exit codes: 0 finished, 2 command line, 3 data or files, 4 diverged,\n"
               "5 self-test failed, 130 and 143 stopped by a signal.\n",
               name);
        command = MF_TRAIN;
        printf("\nOptions of train:\n");
    } else {
        printf("%s %s\n    %s\n\n", name, command_table[command].usage,
               command_table[command].help);
    }
    for (int i = 0; i < MF_N_OPTIONS; i++) {
        const MfOption *o = &option_table[i];
        char left[64];
        if (!takes(o, command))
            continue;
        snprintf(left, sizeof left, "%s %s", o->name, o->value ? o->value : "");
        printf("  %-20s %s\n", left, o->help);
    }
}

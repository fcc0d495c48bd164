/*
 * nearest.c - the known name that is meant by an unknown one: for the errors about
 * commands, options, operations and members. It is what PyTorch or NumPy calls so, else
 * the one with the fewest letters that differ.
 */
#include "base.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 40 };

/* sgd is as near to SGD as can be. */
static bool same_letter(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Edit distance with transpositions of neighbours (optimal string alignment). */
static int edit_distance(const char *a, const char *b)
{
    int n = (int)strlen(a), m = (int)strlen(b);
    int row[3][LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (int j = 0; j <= m; j++)
        row[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *now = row[i % 3], *up = row[(i + 2) % 3], *up2 = row[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = up[j - 1] + !same_letter(a[i - 1], b[j - 1]);
            best = up[j] + 1 < best ? up[j] + 1 : best;
            best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
            if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
                same_letter(a[i - 2], b[j - 1]) && up2[j - 2] + 1 < best)
                best = up2[j - 2] + 1;
            now[j] = best;
        }
    }
    return row[n % 3][m];
}

/* How many letters may differ: a third of them. */
static int close_enough(const char *name)
{
    size_t n = strlen(name);
    return n < 2 ? 0 : n < 6 ? 1 : n < 9 ? 2 : 3;
}

static void consider(const char *name, const char *known, const char **best, int *least)
{
    int d = edit_distance(name, known);
    /* of equally near names the first in the alphabet */
    if (d < *least || (d == *least && *best != NULL && strcmp(known, *best) < 0)) {
        *best = known;
        *least = d;
    }
}

/* What others call it, where it is not like ours. */
static const struct {
    const char *theirs, *ours;
} synonyms[] = {
#define SYNONYM(theirs, ours) {theirs, ours},
#include "synonyms.def"
};

static const struct {
    const char *theirs, *write;
} idioms[] = {
#define IDIOM(theirs, write) {theirs, write},
#include "synonyms.def"
};

static const char *const foreign[] = {
#define FOREIGN(theirs) theirs,
#include "synonyms.def"
};

/* Equal but for capitals and underscores. */
static bool same_word(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, "_");
        b += strspn(b, "_");
        if (*a == '\0' || !same_letter(*a, *b))
            return *a == *b;
    }
}

/* The k-th name for what others call `name`, or NULL. */
static const char *synonym(const char *name, int k)
{
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (same_word(name, synonyms[i].theirs) && k-- == 0)
            return synonyms[i].ours;
    return NULL;
}

const char *idiom(const char *name)
{
    for (size_t i = 0; i < sizeof idioms / sizeof *idioms; i++)
        if (same_word(name, idioms[i].theirs))
            return idioms[i].write;
    return NULL;
}

static const char *same_name(const char *name, int n, const char *const *names)
{
    for (int k = 0; k < n; k++)
        if (same_word(name, names[k]))
            return names[k];
    return NULL;
}

const char *known_name(const char *name, int n, const char *const *names)
{
    const char *same = same_name(name, n, names), *ours;
    for (int k = 0; same == NULL && (ours = synonym(name, k)) != NULL; k++)
        same = same_name(ours, n, names);
    return same;
}

const char *nearest_name(const char *name, int n, const char *const *names)
{
    const char *best = known_name(name, n, names);
    if (best != NULL || same_name(name, sizeof foreign / sizeof *foreign, foreign))
        return best;
    int least = close_enough(name) + 1;
    for (int i = 0; i < n; i++)
        consider(name, names[i], &best, &least);
    return least <= close_enough(name) ? best : NULL;
}

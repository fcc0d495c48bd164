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

/* How many letters may differ: fewer than half of them. */
static int close_enough(const char *name)
{
    size_t n = strlen(name);
    return n < 2 ? 0 : n < 4 ? 1 : n < 6 ? 2 : 3;
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
} synonyms[] = {{"absolute", "abs"},
                {"amax", "max"},
                {"amin", "min"},
                {"array", "const"},
                {"astype", "cast"},
                {"batch_size", "batch"},
                {"bce_with_logits", "bce_logits"},
                {"binary_cross_entropy", "bce"},
                {"binary_cross_entropy_with_logits", "bce_logits"},
                {"broadcast_to", "broadcast"},
                {"cat", "concat"},
                {"chunk", "split"},
                {"clip", "clamp"},
                {"concatenate", "concat"},
                {"constant_pad", "pad"},
                {"detach", "stop_gradient"},
                {"double", "cast"},
                {"eye", "one_hot"},
                {"float", "cast"},
                {"gamma", "factor"},
                {"gamma", "decay"},
                {"index_select", "gather"},
                {"keepdim", "keep"},
                {"keepdims", "keep"},
                {"kl_div", "kl"},
                {"l1_loss", "mae"},
                {"learning_rate", "lr"},
                {"long", "cast"},
                {"masked_fill", "where"},
                {"max_norm", "clip_norm"},
                {"movedim", "permute"},
                {"multinomial", "random_uniform"},
                {"nll_loss", "nll"},
                {"no_grad", "stop_gradient"},
                {"num_epochs", "epochs"},
                {"num_layers", "layers"},
                {"output_padding", "output_pad"},
                {"padding", "pad"},
                {"rand", "random_uniform"},
                {"randn", "random_normal"},
                {"reduction", "reduce"},
                {"repeat_interleave", "expand"},
                {"size", "shape"},
                {"smooth_l1", "huber"},
                {"step_size", "every"},
                {"stop_grad", "stop_gradient"},
                {"swapaxes", "transpose"},
                {"take_along_axis", "take_along"},
                {"take_along_dim", "take_along"},
                {"tensor", "const"},
                {"tile", "expand"},
                {"to", "cast"},
                {"view", "reshape"},
                {"warmup_steps", "warmup"}};

static const char *translated(const char *name, int n, const char *const *names)
{
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        for (int k = 0; strcmp(name, synonyms[i].theirs) == 0 && k < n; k++)
            if (strcmp(names[k], synonyms[i].ours) == 0)
                return names[k];
    return NULL;
}

const char *nearest_name(const char *name, int n, const char *const *names)
{
    const char *best = translated(name, n, names);
    if (best != NULL)
        return best;
    int least = close_enough(name) + 1;
    for (int i = 0; i < n; i++)
        consider(name, names[i], &best, &least);
    return least <= close_enough(name) ? best : NULL;
}

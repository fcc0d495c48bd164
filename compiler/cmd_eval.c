/*
 * cmd_eval.c - mfc eval: a function of the program by the reference evaluator,
 * in double whatever the program's dtype, on the graph as the script made it:
 * no pass runs, nothing is emitted. What a build computes can be held against it.
 */
#include "cmd.h"
#include "feed.h"
#include "text.h"

#include <string.h>

#include "../runtime/mf_data.h"

enum { SMALL = 100 }; /* elements that are still printed */

/* ---- inputs ---- */

static void load_input(Cmd *cmd, Feed *feed, const char *text)
{
    const char *equals = strchr(text, '=');
    if (!equals || equals == text)
        fail(EXIT_USAGE, "--in wants NAME=FILE.npy, not %s", text);
    const char *name = intern_n(cmd->arena, text, (size_t)(equals - text));
    const char *list = "";
    for (int i = 0; i < feed->entry->inputs.n; i++) {
        const Port *port = &feed->entry->inputs.at[i];
        list = arena_format(cmd->arena, "%s%s%s", list, i > 0 ? ", " : "", port->name);
        if (strcmp(port->name, name) != 0)
            continue;
        if (feed->input[i])
            fail(EXIT_USAGE, "--in %s is given twice", name);
        feed_load_input(feed, i, equals + 1);
        return;
    }
    fail(EXIT_USAGE, "--in: %s has no input %s, only: %s", feed->entry->name, name,
         list);
}

static void load_inputs(Cmd *cmd, Feed *feed)
{
    for (int i = 0; i < cmd->in.n; i++)
        load_input(cmd, feed, cmd->in.at[i]);
    for (int i = 0; i < feed->entry->inputs.n; i++) {
        const Port *port = &feed->entry->inputs.at[i];
        if (!feed->input[i])
            fail(EXIT_USAGE,
                 "eval: no value for the input %s, %s%s: add --in %s=FILE.npy",
                 port->name, dtype_name(port->dtype),
                 shape_text(cmd->arena, &port->shape), port->name);
    }
}

/* ---- outputs ---- */

static const char *number(Arena *arena, double v, Dtype dtype)
{
    if (dtype == BOOL)
        return v != 0 ? "true" : "false";
    return shortest_number(arena, v, false);
}

/* [[1, 2], [3, 4]]: brackets open before the first and close after the last
 * element of each axis. */
static void print_value(Arena *arena, const Node *n, const double *v)
{
    int64_t size = shape_size(&n->shape);
    for (int64_t i = 0; i < size; i++) {
        int64_t block = 1;
        int open = 0, close = 0;
        for (int d = n->shape.rank - 1; d >= 0; d--) {
            block *= n->shape.dim[d];
            open += i % block == 0;
            close += (i + 1) % block == 0;
        }
        printf("%s", i > 0 ? ", " : "");
        for (int k = 0; k < open; k++)
            putchar('[');
        printf("%s", number(arena, v[i], n->dtype));
        for (int k = 0; k < close; k++)
            putchar(']');
    }
}

/* The name as a file's: other characters than letters, digits, '.', '_' and '-'
 * become '_'; names that become equal are numbered. */
static const char *file_name(Arena *arena, Names *taken, const char *name)
{
    char *safe = arena_format(arena, "%s", name);
    for (char *c = safe; *c; c++)
        if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-",
                    *c))
            *c = '_';
    const char *unique = safe;
    for (int i = 0, n = 2; i < taken->n; i++)
        if (strcmp(taken->at[i], unique) == 0) {
            unique = arena_format(arena, "%s_%d", safe, n++);
            i = -1; /* look again from the start */
        }
    PUSH(arena, *taken, unique);
    return unique;
}

static void write_value(Cmd *cmd, Names *taken, const char *name, const Node *n,
                        const double *v)
{
    int64_t size = shape_size(&n->shape);
    int32_t *whole = NEW_N(cmd->arena, int32_t, size);
    unsigned char *truth = NEW_N(cmd->arena, unsigned char, size);
    for (int64_t i = 0; i < size; i++) {
        whole[i] = truncate_i32(v[i]);
        truth[i] = v[i] != 0;
    }
    int dim[MAX_RANK];
    for (int d = 0; d < n->shape.rank; d++)
        dim[d] = (int)n->shape.dim[d];
    const void *data = v;
    if (!is_float(n->dtype))
        data = n->dtype == I32 ? (const void *)whole : truth;
    MfDtype dtype = is_float(n->dtype) ? MF_F64 : n->dtype == I32 ? MF_I32 : MF_BOOL;
    const char *path = arena_format(cmd->arena, "%s/%s.npy", cmd->out,
                                    file_name(cmd->arena, taken, name));
    if (mf_npy_write(path, dtype, n->shape.rank, dim, data) != 0)
        fail(EXIT_FILE, "eval: cannot write the output %s", name);
}

int cmd_eval(Cmd *cmd)
{
    Program *p = cmd_program_f64(cmd);
    const Entry *entry = cmd_func(cmd, p, cmd->operand.at[1]);
    Feed *feed = feed_new(cmd->arena, p, cmd_seed(cmd, p), &ring_f64);
    if (cmd->params)
        feed_load_params(feed, cmd->params);
    feed_entry(feed, entry);
    load_inputs(cmd, feed);
    if (cmd->out && mf_make_folder(cmd->out) != 0)
        fail(EXIT_FILE, "eval: cannot write to the folder %s", cmd->out);
    Graph *g = entry->graph;
    Scalar **value = feed_eval(cmd->arena, feed, &ring_f64, g);
    Names taken = {0};
    for (int i = 0; i < g->outs.n; i++) {
        const Out *out = &g->outs.at[i];
        if (out->store)
            continue;
        int64_t size = shape_size(&out->node->shape);
        double *v = NEW_N(cmd->arena, double, size);
        for (int64_t k = 0; k < size; k++)
            v[k] = ring_f64.value(value[i][k]);
        printf("%s = ", out->name);
        if (size <= SMALL)
            print_value(cmd->arena, out->node, v);
        else
            printf("%s, %lld elements%s", type_text(out->node), (long long)size,
                   cmd->out ? "" : ": --out FOLDER writes them");
        putchar('\n');
        if (cmd->out)
            write_value(cmd, &taken, out->name, out->node, v);
    }
    return 0;
}

/*
 * cmd_export.c - mfc export: a function of the program as an ONNX model (onnx.h), with
 * its parameters from a file, else with the first values that a trainer draws.
 */
#include "cmd.h"
#include "onnx.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the batch ---- */

/* The named dim that is the first axis of an input, or NULL. */
static const char *batch_of(const Entry *e, int64_t *extent)
{
    for (int i = 0; i < e->inputs.n; i++) {
        const Shape *s = &e->inputs.at[i].shape;
        if (s->rank > 0 && s->sym[0] != NULL) {
            *extent = s->dim[0];
            return s->sym[0];
        }
    }
    return NULL;
}

static void optimise(Cmd *cmd, Graph *g)
{
    static const struct {
        const char *name;
        void (*run)(Graph *);
    } passes[] = {{"index", pass_index},
                  {"fold", pass_fold},
                  {"cse", pass_cse},
                  {"dce", pass_dce}};
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        if (pipeline_wants(&cmd->pipeline, passes[i].name)) {
            passes[i].run(g);
            graph_check(g, passes[i].name);
        }
}

/* The function with this extent of the dim. */
static const Entry *func_with(Cmd *cmd, const char *func, const char *dim,
                              int64_t extent)
{
    cmd->script.rebind = (Rebind){func, dim, extent};
    const Entry *e = cmd_func(cmd, cmd_program(cmd), func);
    cmd->script.rebind = (Rebind){NULL, NULL, 0};
    optimise(cmd, e->graph);
    return e;
}

/* Whether the script can be read with these extents: it may refuse them, and its
 * errors end the process, so another one tries. */
static bool can_vary(Cmd *cmd, const char *func, const char *dim, Extent size)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(1);
        func_with(cmd, func, dim, size.a);
        func_with(cmd, func, dim, size.b);
        _exit(0);
    }
    int status = 1;
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        fail(EXIT_LIMIT, "export: no second process: %s", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FILE)
        fail(EXIT_FILE, "export: the script cannot be read again");
    return status == 0;
}

/* ---- the command ---- */

int cmd_export(Cmd *cmd)
{
    Program *p = cmd_program(cmd);
    const Entry *entry = cmd_func(cmd, p, cmd->func), *twin = NULL;
    onnx_check(entry->graph);
    Feed *feed = feed_new(cmd->arena, p, cmd_seed(cmd, p),
                          p->real == F64 ? &ring_f64 : &ring_f32);
    if (cmd->params != NULL)
        feed_load_params(feed, cmd->params);
    int64_t extent = 1;
    const char *batch = batch_of(entry, &extent);
    Extent size = {2 * extent, 3 * extent};
    Where where = entry->where;
    if (batch != NULL && can_vary(cmd, entry->name, batch, size)) {
        const Entry *a = func_with(cmd, entry->name, batch, size.a);
        const Entry *b = func_with(cmd, entry->name, batch, size.b);
        if (onnx_alike(a->graph, b->graph, size, &where)) {
            entry = a;
            twin = b;
        }
    }
    if (twin == NULL) {
        optimise(cmd, entry->graph);
        if (batch != NULL)
            warn_at(where,
                    "export: the model is for %s = %lld only, since more than its "
                    "shapes depends on it here",
                    batch, (long long)extent);
        batch = NULL;
        size = (Extent){1, 1};
    }
    Buffer model = onnx_export(cmd->arena, p, entry, twin, batch, size, feed);
    const char *path = cmd->out != NULL
                           ? cmd->out
                           : arena_format(cmd->arena, "%s.onnx", cmd_stem(cmd));
    file_write(cmd->arena, path, model.at, model.n);
    return 0;
}

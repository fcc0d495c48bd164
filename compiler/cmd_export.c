/*
 * cmd_export.c - mfc export: a function of the program as an ONNX model (onnx.h), with
 * its parameters from a file, else with the first values that a trainer draws.
 */
#include "cmd.h"
#include "onnx.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- which function ---- */

/* By --func; else `predict`, else the only one. */
static const Entry *chosen_func(Cmd *cmd, const Program *p)
{
    const char *name = cmd->func != NULL ? cmd->func : "predict", *list = "";
    const Entry *only = NULL;
    Names known = {0};
    for (int i = 0; i < p->entries.n; i++) {
        const Entry *e = &p->entries.at[i];
        if (e->kind != ENTRY_FUNC)
            continue;
        if (strcmp(e->name, name) == 0)
            return e;
        list =
            arena_format(cmd->arena, "%s%s%s", list, known.n > 0 ? ", " : "", e->name);
        PUSH(cmd->arena, known, e->name);
        only = e;
    }
    if (known.n == 0)
        fail(EXIT_USAGE, "export: %s has no mf.func to export", p->script);
    if (cmd->func == NULL && known.n == 1)
        return only;
    if (cmd->func == NULL)
        fail(EXIT_USAGE, "export: say which function: --func %s (there are %s)",
             known.at[0], list);
    const char *near = nearest_name(name, known.n, known.at);
    if (near != NULL)
        fail(EXIT_USAGE, "export: %s has no function %s: did you mean %s?", p->script,
             name, near);
    fail(EXIT_USAGE, "export: %s has no function %s, only %s", p->script, name, list);
}

static const Entry *find_func(const Program *p, const char *name)
{
    for (int i = 0; i < p->entries.n; i++)
        if (p->entries.at[i].kind == ENTRY_FUNC &&
            strcmp(p->entries.at[i].name, name) == 0)
            return &p->entries.at[i];
    bug("export: the function %s is gone", name);
}

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
    const Entry *e = find_func(cmd_program(cmd), func);
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
    const Entry *entry = chosen_func(cmd, p), *twin = NULL;
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

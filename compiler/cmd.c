/*
 * cmd.c - what the commands share: from the script to its program, from there to C, and
 * which part of it the command line means.
 */
#include "cmd.h"
#include "emit.h"
#include "feed.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Program *cmd_program(Cmd *cmd)
{
    double since = pipeline_clock();
    Program *program = script_run(cmd->arena, cmd->operand.at[0], &cmd->script);
    pipeline_time(&cmd->pipeline, "script", since);
    cmd->program = program;
    return program;
}

Program *cmd_program_f64(Cmd *cmd)
{
    cmd->script.widen = true; /* an f32 program has rounded its numbers */
    return cmd_program(cmd);
}

struct Emitted cmd_emit(Cmd *cmd)
{
    Program *program = cmd_program(cmd);
    if (cmd->params) {
        Feed *feed = feed_new(cmd->arena, program, cmd_seed(cmd, program),
                              program->real == F64 ? &ring_f64 : &ring_f32);
        feed_load_params(feed, cmd->params);
        program_freeze(program, feed);
    }
    pipeline_run(&cmd->pipeline, program);
    EmitOptions options = {
        .prefix = cmd->prefix,
        .header = cmd->header,
        .standalone = cmd->standalone,
        .no_trainer = cmd->no_trainer,
        .no_main = cmd->no_main,
        .profile = cmd->profile,
        .pipeline = &cmd->pipeline,
    };
    return emit_program(program, &options);
}

const char *cmd_stem(Cmd *cmd)
{
    const char *path = cmd->operand.at[0];
    const char *slash = strrchr(path, '/');
    const char *file = slash ? slash + 1 : path;
    size_t n = strlen(file);
    if (n > 4 && strcmp(file + n - 4, ".lua") == 0)
        n -= 4;
    return intern_n(cmd->arena, file, n);
}

uint64_t cmd_seed(Cmd *cmd, const Program *p)
{
    if (!cmd->seed)
        return feed_default_seed(p);
    char *end;
    errno = 0;
    unsigned long long seed = strtoull(cmd->seed, &end, 10);
    if (errno || *end || cmd->seed[0] < '0' || cmd->seed[0] > '9')
        fail(EXIT_USAGE, "--seed: %s is not a whole number", cmd->seed);
    return seed;
}

const Entry *cmd_main_entry(const Program *p)
{
    static const EntryKind kinds[] = {ENTRY_STEP, ENTRY_FUNC};
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < p->entries.n; i++)
            if (p->entries.at[i].kind == kinds[k])
                return &p->entries.at[i];
    return NULL;
}

const Entry *cmd_func(Cmd *cmd, const Program *p, const char *name)
{
    const char *list = "", *asked = name != NULL ? name : "predict";
    const Entry *only = NULL;
    Names known = {0};
    for (int i = 0; i < p->entries.n; i++) {
        const Entry *e = &p->entries.at[i];
        if (e->kind != ENTRY_FUNC)
            continue;
        if (strcmp(e->name, asked) == 0)
            return e;
        list =
            arena_format(cmd->arena, "%s%s%s", list, known.n > 0 ? ", " : "", e->name);
        PUSH(cmd->arena, known, e->name);
        only = e;
    }
    const char *command = cmd->command->name;
    if (known.n == 0)
        fail(EXIT_USAGE, "%s: %s has no functions: mf.func makes one", command,
             p->script);
    if (name == NULL && known.n == 1)
        return only;
    if (name == NULL)
        fail(EXIT_USAGE, "%s: say which function: --func %s (there are %s)", command,
             known.at[0], list);
    const char *near = nearest_name(name, known.n, known.at);
    if (near != NULL)
        fail(EXIT_USAGE, "%s: %s has no function %s: did you mean %s?", command,
             p->script, name, near);
    fail(EXIT_USAGE, "%s: %s has no function %s, only %s", command, p->script, name,
         list);
}

bool path_ends(const char *path, const char *end)
{
    size_t n = strlen(path), m = strlen(end);
    return n >= m && strcmp(path + n - m, end) == 0;
}

void json_text(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ')
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

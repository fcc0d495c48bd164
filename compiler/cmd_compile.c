/*
 * cmd_compile.c - mfc compile, and what the other commands share of it: from the
 * script to the optimised program, and from there to C.
 */
#include "cmd.h"
#include "emit.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

Program *cmd_program(Cmd *cmd)
{
    double since = pipeline_clock();
    Program *program = script_run(cmd->arena, cmd->operand.at[0], &cmd->script);
    pipeline_time(&cmd->pipeline, "script", since);
    cmd->program = program;
    return program;
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

const Entry *cmd_main_entry(const Program *p)
{
    static const EntryKind kinds[] = {ENTRY_STEP, ENTRY_FUNC};
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < p->entries.n; i++)
            if (p->entries.at[i].kind == kinds[k])
                return &p->entries.at[i];
    return NULL;
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

struct Emitted cmd_emit(Cmd *cmd)
{
    Program *program = cmd_program(cmd);
    pipeline_run(&cmd->pipeline, program);
    EmitOptions options = {
        .prefix = cmd->prefix,
        .header = cmd->header,
        .standalone = cmd->standalone,
        .no_main = cmd->no_main,
        .profile = cmd->profile,
        .pipeline = &cmd->pipeline,
    };
    return emit_program(program, &options);
}

/* A name as make reads it. */
static void add_file(Text *t, const char *file)
{
    for (; *file; file++)
        text_add(t, "%s%c",
                 *file == '$'            ? "$"
                 : strchr(" #\\", *file) ? "\\"
                                         : "",
                 *file);
}

/* out.c out.h: net.lua blocks.lua */
static void write_depfile(Cmd *cmd, const char *out)
{
    Text t = text_new(cmd->arena);
    add_file(&t, out);
    if (cmd->header) {
        text_add(&t, " ");
        add_file(&t, cmd->header);
    }
    text_add(&t, ": ");
    add_file(&t, cmd->operand.at[0]);
    for (int i = 0; i < cmd->program->files.n; i++) {
        text_add(&t, " ");
        add_file(&t, cmd->program->files.at[i]);
    }
    text_add(&t, "\n");
    file_write(cmd->arena, cmd->depfile, t.at, strlen(t.at));
}

int cmd_compile(Cmd *cmd)
{
    Emitted emitted = cmd_emit(cmd);
    const char *out = cmd->out;
    if (!out && cmd->pipeline.dumps.n == 0)
        out = arena_format(cmd->arena, "%s.c", cmd_stem(cmd));
    if (out)
        file_write(cmd->arena, out, emitted.source, strlen(emitted.source));
    if (cmd->header)
        file_write(cmd->arena, cmd->header, emitted.header, strlen(emitted.header));
    if (cmd->depfile)
        write_depfile(cmd, out ? out : "-");
    return 0;
}

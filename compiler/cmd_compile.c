/*
 * cmd_compile.c - mfc compile: the C of a script, its header, and what make wants to
 * know.
 */
#include "cmd.h"
#include "emit.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

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
    if (cmd->params && !cmd->no_main)
        fail(EXIT_USAGE, "compile: --params makes constants of the parameters, for "
                         "programs that only call the functions: add --no-main");
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

/*
 * cmd_help.c - mfc help: the list of commands, the options of one, and what is made of
 * the same tables for other readers: manual pages, completion, definitions for editors.
 * These texts are put together in Lua (help/), which gets the tables from here:
 *
 *     tools    { mfc = tool, trainer = tool }; tool.commands[i].options[k]
 *     scalars  the scalar operators of ops.def
 *     mf       what a script sees, and methods: those of a tensor
 */
#include "cmd.h"
#include "script.h"

#include "help.h"
#include "mf_option_table.h"

#include <string.h>

void help_usage(FILE *to)
{
    int n;
    const Command *commands = command_rows(&n);
    fprintf(to, "mfc %s compiles neural networks, written as Lua scripts, to C.\n\n",
            MFC_VERSION);
    for (int i = 0; i < n; i++) {
        char left[80];
        snprintf(left, sizeof left, "mfc %s %s", commands[i].name,
                 commands[i].operands);
        fprintf(to, "  %-44s %s\n", left, commands[i].doc);
    }
    fprintf(to, "\nmfc COMMAND --help lists the options of a command.\n"
                "Exit codes: 0 done, 1 the script is wrong, 2 the command line is "
                "wrong, 3 a file\ncannot be read or written, 4 a limit was reached, "
                "70 a bug in mfc.\n");
}

void help_command(FILE *to, Arena *arena, const Command *c)
{
    fprintf(to, "usage: mfc %s %s\n\n%s.\n", c->name, c->operands, c->doc);
    if (c->notes)
        fprintf(to, "%s\n", c->notes);
    fprintf(to, "\n");
    options_help(to, arena, c);
}

/* ---- the tables, as Lua's ---- */

/* The table on the top gets the member, unless it is NULL. */
static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

/* The value on the top becomes the next item of the list below it. */
static void append(lua_State *L)
{
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

static void push_names(lua_State *L, const Names *names)
{
    lua_newtable(L);
    for (int i = 0; i < names->n; i++) {
        lua_pushstring(L, names->at[i]);
        append(L);
    }
}

static void push_option(lua_State *L, const OptionRow *row)
{
    lua_newtable(L);
    set_text(L, "name", row->name);
    set_text(L, "other", row->other);
    set_text(L, "value", row->value);
    set_text(L, "doc", row->doc);
    push_names(L, &row->choices);
    lua_setfield(L, -2, "choices");
}

static void push_own_command(lua_State *L, Arena *arena, const Command *c)
{
    OptionRows rows = options_of(arena, c);
    lua_newtable(L);
    set_text(L, "name", c->name);
    set_text(L, "usage", arena_format(arena, "%s %s", c->name, c->operands));
    set_text(L, "doc", c->doc);
    set_text(L, "notes", c->notes);
    lua_newtable(L);
    for (int i = 0; i < rows.n; i++) {
        push_option(L, &rows.at[i]);
        append(L);
    }
    lua_setfield(L, -2, "options");
}

static void push_trainer_command(lua_State *L, int command)
{
    const MfCommandText *c = &command_table[command];
    lua_newtable(L);
    set_text(L, "name", c->name);
    set_text(L, "usage", c->usage);
    set_text(L, "doc", c->help);
    lua_newtable(L);
    for (int i = 0; i < MF_N_OPTIONS; i++) {
        const MfOption *o = &option_table[i];
        if (!(o->commands >> command & 1))
            continue;
        OptionRow row = {.name = o->name, .value = o->value, .doc = o->help};
        push_option(L, &row);
        append(L);
    }
    lua_setfield(L, -2, "options");
}

static void push_tools(lua_State *L, Arena *arena)
{
    int n;
    const Command *commands = command_rows(&n);
    lua_newtable(L);
    for (int tool = 0; tool < 2; tool++) {
        lua_newtable(L);
        lua_newtable(L);
        for (int i = 0; i < (tool == 0 ? n : MF_COMMANDS); i++) {
            if (tool == 0)
                push_own_command(L, arena, &commands[i]);
            else
                push_trainer_command(L, i);
            append(L);
        }
        lua_setfield(L, -2, "commands");
        lua_setfield(L, -2, tool == 0 ? "mfc" : "trainer");
    }
}

static void push_scalars(lua_State *L)
{
    lua_newtable(L);
    for (int i = 0; i < OPS; i++) {
        const OpInfo *info = op_info((Op)i);
        if (!info->text)
            continue;
        lua_newtable(L);
        set_text(L, "name", info->name);
        lua_pushinteger(L, info->arity);
        lua_setfield(L, -2, "arity");
        append(L);
    }
}

/* ---- the writers ---- */

typedef struct Writing {
    Cmd *cmd;
    const char *writer, *subject; /* of help/, and what it gets */
    const char *text;             /* the result */
} Writing;

static const char *writer_text(const char *name)
{
    for (size_t i = 0; i < sizeof help_files / sizeof *help_files; i++)
        if (strcmp(help_files[i].name, name) == 0)
            return help_files[i].text;
    bug("help: there is no %s", name);
}

/* Leaves what the file returns on the stack. */
static void run_writer(lua_State *L, const char *name)
{
    const char *text = writer_text(name);
    const char *chunk = lua_pushfstring(L, "=help/%s", name);
    if (luaL_loadbufferx(L, text, strlen(text), chunk, "t") != LUA_OK)
        bug("help: %s", lua_tostring(L, -1));
    lua_remove(L, -2);
    lua_call(L, 0, 1);
}

static int write_text(lua_State *L)
{
    Writing *w = lua_touserdata(L, 1);
    run_writer(L, w->writer);
    lua_newtable(L);
    set_text(L, "version", MFC_VERSION);
    set_text(L, "subject", w->subject);
    push_tools(L, w->cmd->arena);
    lua_setfield(L, -2, "tools");
    push_scalars(L);
    lua_setfield(L, -2, "scalars");
    lua_getfield(L, LUA_REGISTRYINDEX, "mfc");
    lua_setfield(L, -2, "mf");
    lua_getfield(L, LUA_REGISTRYINDEX, "methods");
    lua_setfield(L, -2, "methods");
    run_writer(L, "api.lua");
    lua_setfield(L, -2, "api");
    lua_call(L, 1, 1);
    w->text = intern(w->cmd->arena, lua_tostring(L, -1));
    return 0;
}

const char *help_text(Cmd *cmd, const char *writer, const char *subject)
{
    Script *script = NEW(cmd->arena, Script);
    script->arena = cmd->arena;
    script->path = script->folder = script->text = "";
    script->options = &cmd->script;
    Run *r = run_new(script, 0, NULL);
    Writing w = {cmd, writer, subject, NULL};
    run_protected(r, write_text, &w);
    lua_close(r->L);
    return w.text;
}

int cmd_help(Cmd *cmd)
{
    const char *text = cmd->man           ? help_text(cmd, "man.lua", cmd->man)
                       : cmd->shell       ? help_text(cmd, "completion.lua", cmd->shell)
                       : cmd->definitions ? help_text(cmd, "definitions.lua", "lua")
                                          : NULL;
    if (text)
        file_write(cmd->arena, cmd->out ? cmd->out : "-", text, strlen(text));
    else if (cmd->operand.n)
        help_command(stdout, cmd->arena, command_find(cmd->operand.at[0]));
    else
        help_usage(stdout);
    return 0;
}

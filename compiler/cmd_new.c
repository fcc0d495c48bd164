/*
 * cmd_new.c - mfc new: a folder to start from, with a script, data that it learns, a
 * CMakeLists.txt and what editors need. The files are those of templates/, with the
 * name in the place of @NAME@.
 */
#include "cmd.h"
#include "text.h"

#include "templates.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Copy {
    const char *from, *to;
} Copy;

/* What is particular to a template; the script comes first. */
static const struct {
    const char *name;
    Copy file[2];
} templates[] = {
    {"mlp", {{"mlp.lua", "@NAME@.lua"}, {"spiral.csv", "data.csv"}}},
    {"cnn", {{"cnn.lua", "@NAME@.lua"}}},
    {"gpt", {{"gpt.lua", "@NAME@.lua"}, {"text.txt", "text.txt"}}},
};

static const Copy every[] = {
    {"project.md", "README.md"},
    {"CMakeLists.txt", "CMakeLists.txt"},
    {"gitignore", ".gitignore"},
    {"luarc.json", ".luarc.json"},
};

/* Names become C identifiers and file names: letters, digits and _. */
static void check_name(const char *name)
{
    bool right = isalpha((unsigned char)name[0]) && strlen(name) <= 60;
    for (const char *p = name; *p; p++)
        right = right && (isalnum((unsigned char)*p) || *p == '_');
    if (!right)
        fail(EXIT_USAGE, "new: %s: a name is a letter and then letters, digits or _",
             name);
}

static const char *template_text(const char *name)
{
    for (size_t i = 0; i < sizeof template_files / sizeof *template_files; i++)
        if (strcmp(template_files[i].name, name) == 0)
            return template_files[i].text;
    bug("new: there is no template %s", name);
}

static const char *with_name(Arena *arena, const char *text, const char *name)
{
    static const char mark[] = "@NAME@";
    Text t = text_new(arena);
    for (const char *at; (at = strstr(text, mark)) != NULL; text = at + strlen(mark))
        text_add(&t, "%.*s%s", (int)(at - text), text, name);
    text_add(&t, "%s", text);
    return t.at;
}

static void put(Cmd *cmd, const char *folder, const char *file, const char *text)
{
    const char *name = cmd->operand.at[0];
    const char *path =
        arena_format(cmd->arena, "%s/%s", folder, with_name(cmd->arena, file, name));
    text = with_name(cmd->arena, text, name);
    file_write(cmd->arena, path, text, strlen(text));
}

int cmd_new(Cmd *cmd)
{
    const char *name = cmd->operand.at[0];
    const char *wanted = cmd->template ? cmd->template : templates[0].name;
    check_name(name);
    if (mkdir(name, 0777) != 0)
        fail(EXIT_FILE, "new: %s%s", name,
             errno == EEXIST ? " exists already"
                             : arena_format(cmd->arena, ": %s", strerror(errno)));
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
        for (int k = 0; k < 2 && strcmp(templates[i].name, wanted) == 0; k++) {
            const Copy *copy = &templates[i].file[k];
            if (copy->from)
                put(cmd, name, copy->to, template_text(copy->from));
        }
    for (size_t i = 0; i < sizeof every / sizeof *every; i++)
        put(cmd, name, every[i].to, template_text(every[i].from));
    put(cmd, name, "mfc.d.lua", help_text(cmd, "definitions.lua", "lua"));
    printf("%s/ is written; train it with: mfc run %s/%s.lua\n", name, name, name);
    return 0;
}

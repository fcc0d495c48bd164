/*
 * cmd_new.c - mfc new, which writes a script to start from.
 */
#include "cmd.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* %s is the name; the data are small enough to stand in the script. */
static const char script[] =
    "-- %s.lua: train it with `mfc run %s.lua`\n"
    "local mf = require \"mfc\"\n"
    "local nn = mf.nn\n"
    "\n"
    "local B = mf.dim(\"B\", 4)                 -- rows in a batch\n"
    "local x = mf.input(\"x\", { B, 2 })\n"
    "local y = mf.input(\"y\", { B, 1 })\n"
    "\n"
    "local model = nn.Sequential { nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1) }\n"
    "local logit = model(x)\n"
    "\n"
    "return mf.program {\n"
    "  name  = \"%s\",\n"
    "  -- Your own: mf.data.csv { \"data.csv\", x = { columns = \"1:2\" }, y = { "
    "columns "
    "= \"3\" } }\n"
    "  data  = mf.data.inline { x = { {0, 0}, {0, 1}, {1, 0}, {1, 1} },\n"
    "                           y = { {0}, {1}, {1}, {0} } },\n"
    "  train = mf.train { loss = mf.loss.bce_logits(logit, y),\n"
    "                     optimizer = mf.optim.Adam { lr = 0.05 }, epochs = 200, seed "
    "= 1 },\n"
    "  funcs = { predict = mf.func { inputs = { x }, outputs = { logit:sigmoid():as "
    "\"p\" },\n"
    "                                dims = { B = 1 } } },\n"
    "}\n";

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

int cmd_new(Cmd *cmd)
{
    const char *name = cmd->operand.at[0];
    check_name(name);
    char *path = arena_format(cmd->arena, "%s.lua", name);
    if (access(path, F_OK) == 0)
        fail(EXIT_FILE, "new: %s exists already", path);
    char *text = arena_format(cmd->arena, script, name, name, name);
    file_write(cmd->arena, path, text, strlen(text));
    printf("%s is written; train it with: mfc run %s\n", path, path);
    return 0;
}

/*
 * cmd_new.c - mfc new, which writes a script to start from, and mfc explain, which
 * says what an exit code means.
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

/* ---- explain ---- */

typedef struct Meaning {
    int code;
    const char *mfc, *trainer; /* NULL: it does not end so */
} Meaning;

static const Meaning meanings[] = {
    {0, "done", "finished"},
    {EXIT_SCRIPT,
     "the script is wrong. The message names its line, the operation and the shapes.",
     NULL},
    {EXIT_USAGE, "the command line is wrong: see mfc COMMAND --help",
     "the command line is wrong: see --help of the program"},
    {EXIT_FILE, "a file cannot be read or written, or the C compiler failed",
     "data or a checkpoint cannot be read, or do not fit the network"},
    {EXIT_LIMIT,
     "a limit was reached: instructions, memory, nodes or sizes. A loop of the script "
     "may\nnever end, or a loop that mf.scan would keep small is unrolled.",
     "training diverged: the loss or a parameter is not a number any more. A smaller\n"
     "learning rate (--set lr=...) or clip_norm in mf.train help; --nan-check finds "
     "the step."},
    {5, NULL,
     "the self-test failed: this build computes other values than the reference "
     "evaluator.\nCheck the C compiler's flags: -ffast-math must be off."},
    {EXIT_BUG, "a bug in mfc: please report the script", "a bug: please report it"},
    {130, NULL,
     "stopped by an interrupt, after writing a checkpoint if it has a folder"},
    {143, NULL, "stopped by a signal, after writing a checkpoint if it has a folder"},
};

int cmd_explain(Cmd *cmd)
{
    char *end;
    long code = strtol(cmd->operand.at[0], &end, 10);
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        const Meaning *m = &meanings[i];
        if (*end || m->code != code)
            continue;
        if (m->mfc)
            printf("mfc ends with %d: %s\n", m->code, m->mfc);
        if (m->trainer)
            printf("a trainer ends with %d: %s\n", m->code, m->trainer);
        return 0;
    }
    fail(EXIT_USAGE,
         "explain: %s is not an exit code of mfc or of a trainer: 0 to 5, "
         "70, 130, 143",
         cmd->operand.at[0]);
}

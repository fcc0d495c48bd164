/*
 * script_train_spec.c - what the options of mf.train say: the values that a step gives,
 * and how long, on which rows and with what besides it is trained.
 */
#include "script_train.h"

#include <string.h>

static Node *node_option(lua_State *L, int at, const char *name)
{
    option(L, at, name);
    Node *node = to_tensor(L, -1)->node;
    lua_pop(L, 1);
    return node;
}

static bool is_taken(const Outs *outs, const char *name)
{
    for (int i = 0; i < outs->n; i++)
        if (strcmp(outs->at[i].name, name) == 0)
            return true;
    return false;
}

/* What a metric without a key is called: as it is, else after the function of mf.metric
 * that made it, else by its number. */
static const char *metric_name(lua_State *L, const Outs *outs, int i, const Tensor *t)
{
    Run *r = run_of(L);
    const char *name = t->alias != NULL ? t->alias : t->node->name;
    const char *label = t->node->label;
    if (name != NULL)
        return name;
    if (label != NULL && !is_taken(outs, label)) {
        lua_getfield(L, LUA_REGISTRYINDEX, "mf");
        option(L, -1, "metric");
        bool made = option(L, -1, label) == LUA_TFUNCTION;
        lua_pop(L, 3);
        if (made)
            return label;
    }
    return arena_format(r->arena, "metric%d", i);
}

/* Loss, then metrics: by their keys, else by what they are called. */
Outs train_values(lua_State *L, int at)
{
    Run *r = run_of(L);
    Outs outs = {0};
    PUSH(r->arena, outs, ((Out){"loss", node_option(L, at, "loss"), false}));
    int top = lua_gettop(L);
    int n = option(L, at, "metrics") == LUA_TTABLE ? lib_keys(L, -1) : 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, top + 2, i);
        bool named = lua_type(L, -1) == LUA_TSTRING;
        const char *name = named ? intern(r->arena, lua_tostring(L, -1)) : NULL;
        lua_rawget(L, top + 1);
        const Tensor *t = to_tensor(L, -1);
        if (!named)
            name = metric_name(L, &outs, i, t);
        if (is_taken(&outs, name))
            run_fail(r,
                     "train: two values are called %s: metrics = { name = m } gives "
                     "a metric another name",
                     name);
        PUSH(r->arena, outs, ((Out){name, t->node, false}));
        lua_pop(L, 1);
    }
    lua_settop(L, top);
    return outs;
}

/* "2 epochs", or a number of steps. */
static void read_every(lua_State *L, int at, long *steps, long *epochs)
{
    int type = option(L, at, "every");
    *steps = *epochs = 0;
    if (type == LUA_TNUMBER)
        *steps = (long)check_whole(L, -1, "every");
    else if (type == LUA_TSTRING)
        sscanf(lua_tostring(L, -1), "%ld", epochs);
    lua_pop(L, 1);
}

static const char *text_option(lua_State *L, int at, const char *name,
                               const char *otherwise)
{
    Run *r = run_of(L);
    const char *text = option(L, at, name) == LUA_TNIL
                           ? otherwise
                           : intern(r->arena, lua_tostring(L, -1));
    lua_pop(L, 1);
    return text;
}

static void read_groups(lua_State *L, int at, MfTrain *spec)
{
    int group = lua_gettop(L) + 1;
    if (option(L, at, "valid") == LUA_TTABLE) {
        spec->valid_split = text_option(L, group, "split", "valid");
        spec->valid_batches = (int)whole_option(L, group, "batches", 0);
        read_every(L, group, &spec->valid_every, &spec->valid_epochs);
    }
    lua_settop(L, group - 1);
    if (option(L, at, "early_stop") == LUA_TTABLE) {
        spec->early_metric = text_option(L, group, "metric", "loss");
        spec->early_patience = (int)whole_option(L, group, "patience", 1);
    }
    lua_settop(L, group - 1);
    if (option(L, at, "checkpoint") == LUA_TTABLE) {
        read_every(L, group, &spec->checkpoint_every, &spec->checkpoint_epochs);
        spec->checkpoint_keep = (int)whole_option(L, group, "keep", 0);
    }
    lua_settop(L, group - 1);
}

/* The updates in one round of the schedule. */
static int read_turns(lua_State *L, const char *name)
{
    int top = lua_gettop(L), turns = 1;
    lua_rawgeti(L, LUA_REGISTRYINDEX, run_of(L)->program);
    if (option(L, -1, "train") == LUA_TTABLE && option(L, -1, "schedule") == LUA_TTABLE)
        turns = (int)whole_option(L, lua_gettop(L), name, 1);
    lua_settop(L, top);
    return turns;
}

MfTrain train_spec(lua_State *L, int at, const char *name)
{
    MfTrain spec = {.name = name};
    spec.epochs = (long)whole_option(L, at, "epochs", 0);
    spec.steps = (long)whole_option(L, at, "steps", 0);
    if (spec.epochs == 0 && spec.steps == 0)
        spec.epochs = 1;
    spec.seed = (uint64_t)whole_option(L, at, "seed", 0);
    spec.accumulate = (int)whole_option(L, at, "accumulate", 1);
    spec.shuffle = MF_SHUFFLE;
    if (option(L, at, "shuffle") == LUA_TSTRING)
        spec.shuffle = MF_REPLACEMENT;
    else if (lua_isboolean(L, -1) && !lua_toboolean(L, -1))
        spec.shuffle = MF_IN_ORDER;
    lua_pop(L, 1);
    spec.turns = read_turns(L, name);
    read_groups(L, at, &spec);
    return spec;
}

/* A split for validation, which the data of the script do not have. */
static void check_valid(Run *r, const MfData *data, const MfTrain *spec)
{
    const char *names = "";
    if (spec->valid_split == NULL || data->n_fields == 0)
        return;
    for (int i = 0; i < data->n_splits; i++) {
        names = arena_format(r->arena, "%s%s%s", names, i > 0 ? ", " : "",
                             data->split[i].name);
        if (strcmp(data->split[i].name, spec->valid_split) == 0)
            return;
    }
    if (strcmp(spec->valid_split, "train") == 0)
        return;
    run_fail(r,
             "train: valid.split is %s, but the data have %s%s: split = { train = 0.9, "
             "%s = 0.1 }",
             spec->valid_split, *names != '\0' ? "only " : "no splits", names,
             spec->valid_split);
}

static bool is_value(const Train *t, const char *name)
{
    bool found = strcmp(name, "loss") == 0;
    for (int i = 0; i < t->metrics.n; i++)
        found = found || strcmp(t->metrics.at[i], name) == 0;
    return found;
}

/* Where there is a validation its values are those looked at, and the log's name for
 * them says so: valid_loss. */
static void check_early(Run *r, Train *t)
{
    const char *name = t->spec.early_metric;
    if (name == NULL || is_value(t, name))
        return;
    if (strncmp(name, "valid_", 6) != 0 || !is_value(t, name + 6))
        run_fail(r, "train: early_stop.metric is loss or one of metrics, not %s", name);
    if (t->spec.valid_split == NULL)
        run_fail(
            r,
            "train: early_stop.metric is %s, but there is no validation: valid = { "
            "split = \"valid\" }",
            name);
    t->spec.early_metric = name + 6;
}

void train_check(Run *r, const MfData *data, Train *t)
{
    check_early(r, t);
    check_valid(r, data, &t->spec);
}

/*
 * script_entry.c - from what a run made to the entry points of a Program: the
 * functions, and the initial values of all tensors.
 */
#include "script_entry.h"

#include <string.h>

/* ---- tensors of the model ---- */

/* Without the names of its dims, which are the same in every run: [10,13]. */
static const char *extents_text(Arena *arena, Shape s)
{
    for (int d = 0; d < s.rank; d++)
        s.sym[d] = NULL;
    return shape_text(arena, &s);
}

static void check_made(Program *p, Run *r, const Made *made)
{
    bool main = r == r->script->runs.at[0];
    const Param *known = program_param(p, made->param.name);
    if (known == NULL) {
        bool kept = made->param.role == MF_PARAM || made->param.role == MF_STAT;
        if (!main && kept)
            fail_at(made->param.where,
                    "the parameter %s is made only where %s: every run "
                    "of the script must make the same parameters",
                    made->param.name, binding_text(r));
        return;
    }
    if (known->dtype != made->param.dtype ||
        !same_extents(&known->shape, &made->param.shape))
        fail_at(made->param.where,
                "the parameter %s is %s%s, but %s%s where %s: its shape "
                "must not depend on a dim that a function or a train "
                "changes",
                made->param.name, dtype_name(known->dtype),
                extents_text(p->arena, known->shape), dtype_name(made->param.dtype),
                extents_text(p->arena, made->param.shape), binding_text(r));
}

void entry_merge_params(Program *p, Run *r)
{
    for (int i = 0; i < r->params.n; i++)
        check_made(p, r, &r->params.at[i]);
    for (int i = 0; i < r->params.n; i++)
        if (program_param(p, r->params.at[i].param.name) == NULL)
            PUSH(p->arena, p->params, r->params.at[i].param);
}

/* Parameters, then statistics, state, settings; each in the order of the script. */
static void sort_params(Program *p)
{
    int n = p->params.n, at = 0;
    Param *sorted = NEW_N(p->arena, Param, n);
    for (int role = MF_PARAM; role <= MF_SETTING; role++)
        for (int i = 0; i < n; i++)
            if ((int)p->params.at[i].role == role)
                sorted[at++] = p->params.at[i];
    p->params.at = sorted;
    p->params.cap = n;
}

/* ---- entries ---- */

Node **outs_nodes(Run *r, const Outs *outs)
{
    Node **nodes = NEW_N(r->arena, Node *, outs->n);
    for (int i = 0; i < outs->n; i++)
        nodes[i] = outs->at[i].node;
    return nodes;
}

int entry_add(Program *p, Run *r, const char *name, EntryKind kind, const Outs *outs,
              Mode mode)
{
    Entry entry = {.name = intern(p->arena, name), .kind = kind, .where = r->where};
    entry.graph = graph_extract(r->root, entry.name, outs->n, outs->at, mode);
    PUSH(p->arena, p->entries, entry);
    return p->entries.n - 1;
}

/* The least limit of a row's numbers; and all of them, where one is another. */
static void port_limits(Port *port, int64_t row, int64_t *limit)
{
    for (int64_t i = 0; i < row; i++) {
        if (limit[i] > 0 && (port->limit == 0 || limit[i] < port->limit))
            port->limit = limit[i];
        if (limit[i] != limit[0])
            port->limits = limit;
    }
}

void entry_port(Program *p, int e, const Node *input, const Limits *limits, Where where)
{
    Port port = {.name = input->attr.text,
                 .dtype = input->dtype,
                 .shape = input->shape,
                 .where = where};
    for (int i = 0; i < limits->n; i++)
        if (limits->input[i] == input && limits->limit[i] != NULL)
            port_limits(&port, shape_row(&input->shape), limits->limit[i]);
    PUSH(p->arena, p->entries.at[e].inputs, port);
}

Where entry_push(lua_State *L, const char *group, const char *name)
{
    Run *r = run_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, r->program);
    option(L, -1, group);
    bool table = lua_istable(L, -1);
    if (*name != '\0' && table)
        option(L, -1, name);
    else if (*name != '\0' || table)
        lua_pushnil(L);
    if (!lua_isuserdata(L, -1))
        fail(EXIT_SCRIPT, "%s: where %s the script has no %s.%s", r->script->path,
             binding_text(r), group, name);
    Where where = *(Where *)lua_touserdata(L, -1);
    run_at(r, where);
    lua_getiuservalue(L, -1, 1);
    return where;
}

/* ---- functions ---- */

typedef struct Job {
    Program *p;
    const char *name;
} Job;

/* The user's own name of a node, as against that of a local variable. */
static bool is_named(const Run *r, const Node *n)
{
    return n->op == OP_input || n->op == OP_param ||
           (n->id < r->named.n && r->named.at[n->id]);
}

static int find_out(const Outs *outs, const char *name)
{
    for (int i = 0; i < outs->n; i++)
        if (strcmp(outs->at[i].name, name) == 0)
            return i;
    return -1;
}

/* Outputs are called what the user called them, else after a local, else out1. */
static Outs read_outputs(lua_State *L, const char *func)
{
    Run *r = run_of(L);
    Outs outs = {0};
    option(L, -1, "outputs");
    int n = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        const Tensor *t = to_tensor(L, -1);
        const char *name = t->alias != NULL ? t->alias : t->node->name;
        bool own = t->alias != NULL || is_named(r, t->node);
        int at = name == NULL ? -1 : find_out(&outs, name);
        if (at >= 0 && (own || outs.at[at].node == t->node))
            run_fail(r,
                     "func: %s has two outputs called %s: give one another name: "
                     "y:as \"name\"",
                     func, name);
        if (name == NULL || at >= 0)
            name = arena_format(r->arena, "out%d", i);
        PUSH(r->arena, outs, ((Out){.name = intern(r->arena, name), .node = t->node}));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return outs;
}

static int make_func(lua_State *L)
{
    Job *job = lua_touserdata(L, 1);
    Run *r = run_of(L);
    r->op = "func";
    Where where = entry_push(L, "funcs", job->name);
    Outs outs = read_outputs(L, job->name);
    bool *seen = reach(r, outs.n, outs_nodes(r, &outs), INFERENCE);
    Limits limits = reach_limits(r, seen);
    int e = entry_add(job->p, r, job->name, ENTRY_FUNC, &outs, INFERENCE);
    option(L, -1, "inputs");
    int n = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        Node *input = to_tensor(L, -1)->node;
        seen[input->id] = false;
        entry_port(job->p, e, input, &limits, where);
        lua_pop(L, 1);
    }
    for (int i = 0; i < r->inputs.n; i++)
        if (seen[r->inputs.at[i]->id]) {
            note_made(r->inputs.at[i]);
            run_fail(r, "func: %s needs the input %s, which is not among its inputs",
                     job->name, r->inputs.at[i]->name);
        }
    return 0;
}

int entry_func(Program *p, Run *r, const char *name)
{
    run_protected(r, make_func, &(Job){p, name});
    return p->entries.n - 1;
}

/* ---- the initial values ---- */

static int make_init(lua_State *L)
{
    Program *p = lua_touserdata(L, 1);
    Run *r = run_of(L);
    Outs outs = {0};
    sort_params(p);
    for (int i = 0; i < p->params.n; i++) {
        const Param *param = &p->params.at[i];
        run_at(r, param->where);
        const Made *made = param_find(r, param->name);
        Node *value = made != NULL ? made->init : NULL;
        if (value == NULL) {
            double v = made != NULL ? made->value : 0;
            for (int k = 1; made == NULL && k < r->script->runs.n; k++) {
                const Made *other = param_find(r->script->runs.at[k], param->name);
                v = other != NULL ? other->value : v;
            }
            if (strcmp(param->name, "total_steps") == 0 && p->trains.n > 0 &&
                p->trains.at[0].spec.steps > 0)
                v = (double)p->trains.at[0].spec.steps;
            value = n_full(r->root, param->dtype, param->shape, v);
        }
        PUSH(r->arena, outs, ((Out){param->name, value, true}));
    }
    run_at(r, (Where){r->script->path, 0});
    entry_add(p, r, "init", ENTRY_INIT, &outs, INFERENCE);
    Entry init = p->entries.at[p->entries.n - 1]; /* the first entry */
    for (int i = p->entries.n - 1; i > 0; i--)
        p->entries.at[i] = p->entries.at[i - 1];
    p->entries.at[0] = init;
    for (int i = 0; i < p->trains.n; i++) {
        Train *t = &p->trains.at[i];
        int *entry[] = {&t->step, &t->eval, &t->eval_one, &t->part, &t->total};
        for (int k = 0; k < 5; k++)
            *entry[k] += *entry[k] >= 0;
    }
    return 0;
}

void entry_init(Program *p, Run *main)
{
    run_protected(main, make_init, p);
}

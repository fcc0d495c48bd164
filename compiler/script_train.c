/*
 * script_train.c - from mf.train to its entries:
 *
 *     step      loss, metrics; stores: updated parameters, optimiser state, statistics
 *     part      loss, metrics; stores: gradients added up (accumulate)
 *     eval      loss, metrics, in inference
 *     eval_one  the same for one row
 *     eval_total  values that are no means over rows, from sums over many batches
 *
 * The update itself is Lua of the prelude (mf._apply), which calls the optimiser's
 * function on parameters and gradients: graph code like everything else.
 */
#include "script_entry.h"

#include <string.h>

typedef ARRAY(Node *) NodeList;

typedef struct Job {
    Program *p;
    const char *name; /* "": the only train */
    Run *one;         /* binds the batch to 1; NULL: none */
    Dim batch;
    bool has_batch;
    NodeList inputs; /* of the step and the evaluations */
    Pool *row;       /* by value, for one row; NULL: not known */
    bool *pooled;    /* by value: total makes it, of sums */
    Train *train;
} Job;

/* ---- reading the options; they stand at index `at` ---- */

static int64_t whole_option(lua_State *L, int at, const char *name, int64_t otherwise)
{
    int64_t v = option(L, at, name) == LUA_TNIL ? otherwise : check_whole(L, -1, name);
    lua_pop(L, 1);
    return v;
}

static double real_option(lua_State *L, int at, const char *name)
{
    double v = option(L, at, name) == LUA_TNIL ? 0 : check_real(L, -1, name);
    lua_pop(L, 1);
    return v;
}

static Node *node_option(lua_State *L, int at, const char *name)
{
    option(L, at, name);
    Node *node = to_tensor(L, -1)->node;
    lua_pop(L, 1);
    return node;
}

/* Loss, then metrics: by their keys, else by what they are called. */
static Outs read_values(lua_State *L, int at)
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
            name = t->alias != NULL ? t->alias : t->node->name;
        if (name == NULL)
            name = arena_format(r->arena, "metric%d", i);
        for (int k = 0; k < outs.n; k++)
            if (strcmp(outs.at[k].name, name) == 0)
                run_fail(
                    r,
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
    Run *r = run_of(L);
    int group = lua_gettop(L) + 1;
    long epochs;
    if (option(L, at, "valid") == LUA_TTABLE) {
        spec->valid_split = text_option(L, group, "split", "valid");
        spec->valid_batches = (int)whole_option(L, group, "batches", 0);
        read_every(L, group, &spec->valid_every, &epochs);
        if (epochs > 1)
            run_fail(r, "train: valid.every is a number of steps or \"1 epoch\"");
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

static void read_spec(lua_State *L, int at, MfTrain *spec)
{
    spec->epochs = (long)whole_option(L, at, "epochs", 0);
    spec->steps = (long)whole_option(L, at, "steps", 0);
    if (spec->epochs == 0 && spec->steps == 0)
        spec->epochs = 1;
    spec->seed = (uint64_t)whole_option(L, at, "seed", 0);
    spec->accumulate = (int)whole_option(L, at, "accumulate", 1);
    spec->shuffle = MF_SHUFFLE;
    if (option(L, at, "shuffle") == LUA_TSTRING)
        spec->shuffle = MF_REPLACEMENT;
    else if (lua_isboolean(L, -1) && !lua_toboolean(L, -1))
        spec->shuffle = MF_IN_ORDER;
    lua_pop(L, 1);
    read_groups(L, at, spec);
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

/* ---- what is trained ---- */

static void add_param(Run *r, NodeList *list, const Made *made, const bool *seen,
                      bool asked)
{
    if (seen[made->node->id]) {
        PUSH(r->arena, *list, made->node);
        return;
    }
    if (asked)
        warn_at(r->where, "train: the loss does not depend on %s, which is not trained",
                made->param.name);
}

static NodeList trained(lua_State *L, int at, const bool *seen)
{
    Run *r = run_of(L);
    NodeList list = {0};
    if (option(L, at, "params") == LUA_TTABLE) {
        int n = (int)lua_rawlen(L, -1);
        for (int i = 1; i <= n; i++) {
            lua_rawgeti(L, -1, i);
            add_param(r, &list, leaf_find(r, to_tensor(L, -1)->node->attr.text), seen,
                      true);
            lua_pop(L, 1);
        }
    } else {
        for (int i = 0; i < r->params.n; i++)
            if (r->params.at[i].param.trainable)
                add_param(r, &list, &r->params.at[i], seen, false);
    }
    lua_pop(L, 1);
    if (list.n == 0)
        run_fail(r,
                 "train: the loss depends on no trainable parameter (mf.param, mf.nn)");
    return list;
}

/* ---- gradients on their way to the update ---- */

/* clip_value: every element into +-v. */
static void clip_value(double v, int n, Node **g)
{
    for (int i = 0; i < n; i++)
        g[i] =
            node_labelled(n_minimum(n_maximum(g[i], n_like(g[i], -v)), n_like(g[i], v)),
                          "g");
}

/* clip_norm: all gradients x min(1, c / (global norm + 1e-6)). */
static void clip_norm(Run *r, double c, int n, Node **g)
{
    Node *square = NULL;
    for (int i = 0; i < n; i++) {
        Node *s = n_mul(g[i], g[i]);
        if (s->shape.rank > 0)
            s = n_sum(s, (1u << s->shape.rank) - 1);
        if (s->dtype != r->real)
            s = n_cast(s, r->real);
        square = square == NULL ? s : n_add(square, s);
        node_labelled(square, "squares");
    }
    Node *norm = node_named(n_sqrt(square), "grad_norm");
    Node *factor = n_div(n_like(norm, c), n_add(norm, n_like(norm, 1e-6)));
    factor = node_named(n_minimum(factor, n_like(norm, 1)), "clip");
    node_labelled(factor->arg[0], "clip_in");
    for (int i = 0; i < n; i++) {
        Node *f = g[i]->dtype == r->real ? factor : n_cast(factor, g[i]->dtype);
        g[i] = node_labelled(scalar_binary(r, OP_mul, g[i], f), "g");
    }
}

/* The gradients of k batches add up in tensors of their own. */
static void accumulate(Job *job, Run *r, int k, int n, Node *const *params, Node **g,
                       Outs *part, Outs *step)
{
    for (int i = 0; i < n; i++) {
        const char *name = params[i]->attr.text;
        const char *dot = *job->name != '\0' ? "." : "";
        name = arena_format(r->arena, "%s%saccumulated.%s", job->name, dot, name);
        Node *sum = leaf_param(r, intern(r->arena, name), params[i]->dtype,
                               params[i]->shape, MF_STATE)
                        ->node;
        g[i] = n_add(sum, n_mul(g[i], n_like(g[i], 1.0 / k)));
        PUSH(r->arena, *part, ((Out){sum->attr.text, g[i], true}));
        PUSH(r->arena, *step, ((Out){sum->attr.text, n_like(sum, 0), true}));
    }
}

/* Running statistics whose witness the loss needs. One that is moved twice (a layer
 * that is called twice) moves on from where it got to. */
static void add_stats(Run *r, const bool *seen, Outs *outs)
{
    int first = outs->n;
    for (int i = 0; i < r->stats.n; i++) {
        Stat s = r->stats.at[i];
        if (s.witness != NULL && !seen[s.witness->id])
            continue;
        int k = first;
        while (k < outs->n && outs->at[k].name != s.param->attr.text)
            k++;
        if (k < outs->n)
            outs->at[k].node = reach_replace(r, s.value, s.param, outs->at[k].node);
        else
            PUSH(r->arena, *outs, ((Out){s.param->attr.text, s.value, true}));
    }
}

/* Calls mf._apply(optimizer, prefix, params, grads), which returns the tensors to
 * store into and their values. Among several trains each counts its own updates. */
static void apply_optimizer(lua_State *L, int at, const char *name, int n,
                            Node *const *params, Node *const *g, Outs *outs)
{
    Run *r = run_of(L);
    int top = lua_gettop(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    lua_getfield(L, -1, "_apply");
    option(L, at, "optimizer");
    lua_pushfstring(L, *name != '\0' ? "%s." : "%s", name);
    for (int list = 0; list < 2; list++) {
        lua_createtable(L, n, 0);
        for (int i = 0; i < n; i++) {
            push_node(L, list == 0 ? params[i] : g[i]);
            lua_rawseti(L, -2, i + 1);
        }
    }
    if (*name != '\0')
        r->updates = intern(r->arena, arena_format(r->arena, "%s.updates", name));
    lua_call(L, 4, 2);
    const Made *count = r->updates != NULL ? leaf_find(r, r->updates) : NULL;
    r->updates = NULL;
    if (count != NULL)
        PUSH(r->arena, *outs,
             ((Out){count->node->attr.text, n_add(count->node, n_like(count->node, 1)),
                    true}));
    int stores = (int)lua_rawlen(L, -2);
    for (int i = 1; i <= stores; i++) {
        lua_rawgeti(L, top + 2, i);
        lua_rawgeti(L, top + 3, i);
        const Node *param = to_tensor(L, -2)->node;
        Node *value = to_tensor(L, -1)->node;
        PUSH(r->arena, *outs, ((Out){param->attr.text, value, true}));
        lua_pop(L, 2);
    }
    lua_settop(L, top);
}

/* ---- entries ---- */

static void append(Run *r, Outs *to, const Outs *from)
{
    for (int i = 0; i < from->n; i++)
        PUSH(r->arena, *to, from->at[i]);
}

static int add_entry(Job *job, Run *r, const char *base, EntryKind kind,
                     const Outs *outs, Mode mode)
{
    const char *name = base;
    if (*job->name != '\0')
        name = arena_format(r->arena, "%s_%s", base, job->name);
    int e = entry_add(job->p, r, name, kind, outs, mode);
    bool *seen = reach(r, outs->n, outs_nodes(r, outs), mode);
    Limits limits = reach_limits(r, seen);
    for (int i = 0; i < job->inputs.n; i++)
        for (int k = 0; k < r->inputs.n;
             k++) /* the input of the same name of this run */
            if (r->inputs.at[k]->attr.text == job->inputs.at[i]->attr.text)
                entry_port(job->p, e, r->inputs.at[k], &limits, r->where);
    return e;
}

static void find_inputs(Job *job, Run *r, const Outs *step, const Outs *eval)
{
    bool *a = reach(r, step->n, outs_nodes(r, step), TRAINING);
    bool *b = reach(r, eval->n, outs_nodes(r, eval), INFERENCE);
    for (int i = 0; i < r->inputs.n; i++) {
        Node *input = r->inputs.at[i];
        if (a[input->id] || b[input->id])
            PUSH(r->arena, job->inputs, input);
    }
}

/* A trainer feeds all inputs with the rows of a batch. */
static int common_batch(const NodeList *inputs)
{
    int64_t n = 0;
    for (int i = 0; i < inputs->n; i++) {
        const Shape *s = &inputs->at[i]->shape;
        if (s->rank == 0 || (n != 0 && s->dim[0] != n))
            return 0;
        n = s->dim[0];
    }
    return (int)n;
}

static void check_data(Job *job, Run *r)
{
    const MfData *data = &job->p->data;
    int64_t batch = job->train->spec.batch;
    for (int i = 0; i < job->inputs.n; i++) {
        const Node *x = job->inputs.at[i];
        for (int k = 0; k < data->n_fields; k++) {
            if (strcmp(data->field[k].input, x->attr.text) != 0)
                continue;
            if (x->shape.rank == 0 || x->shape.dim[0] != batch) {
                note_made(x);
                run_fail(r,
                         "train: the first axis of every input with data is the batch, "
                         "%lld rows, but %s is %s",
                         (long long)batch, x->name, type_text(x));
            }
        }
    }
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

static void check_early(Run *r, const Train *t)
{
    const char *name = t->spec.early_metric;
    bool found = name == NULL || strcmp(name, "loss") == 0;
    for (int i = 0; i < t->metrics.n; i++)
        found = found || strcmp(t->metrics.at[i], name) == 0;
    if (!found)
        run_fail(r, "train: early_stop.metric is loss or one of metrics, not %s", name);
}

static int make_eval_one(lua_State *L)
{
    Job *job = lua_touserdata(L, 1);
    Run *r = run_of(L);
    r->op = "train";
    entry_push(L, "train", job->name);
    Outs eval = read_values(L, lua_gettop(L));
    pool_sums(r, job->batch, job->pooled, (double)job->batch.value, &eval);
    job->train->eval_one = add_entry(job, r, "eval_one", ENTRY_EVAL, &eval, INFERENCE);
    return 0;
}

/* What is made of sums for one row. */
static int find_row(lua_State *L)
{
    Job *job = lua_touserdata(L, 1);
    entry_push(L, "train", job->name);
    Outs eval = read_values(L, lua_gettop(L));
    job->row = pool_find(run_of(L), job->batch, &eval);
    return 0;
}

/* Appends the sums to the values of eval, and adds the entry `total`. */
static void add_total(Job *job, Run *r, Outs *eval)
{
    Train *t = job->train;
    Dim batch = job->has_batch ? job->batch : (Dim){NULL, t->spec.batch};
    Pool *pool = pool_find(r, batch, eval);
    job->pooled = NEW_N(r->arena, bool, eval->n);
    for (int i = 0; i < eval->n; i++) {
        const Pool *row = job->row != NULL ? &job->row[i] : NULL;
        job->pooled[i] = pool_needed(&pool[i], row, (double)batch.value);
        if (job->pooled[i])
            PUSH(r->arena, t->totals, i);
    }
    const char *name = *job->name == '\0'
                           ? "eval_total"
                           : arena_format(r->arena, "eval_total_%s", job->name);
    t->total = pool_total(job->p, r, name, batch, job->pooled, eval);
    t->sums = pool_sums(r, batch, job->pooled, 1, eval);
}

static int make_train(lua_State *L)
{
    Job *job = lua_touserdata(L, 1);
    Run *r = run_of(L);
    r->op = "train";
    Train *t = job->train;
    t->where = entry_push(L, "train", job->name);
    int at = lua_gettop(L);
    read_spec(L, at, &t->spec);
    t->spec.turns = read_turns(L, job->name);
    Outs eval = read_values(L, at), step = {0}, part = {0}, sums = {0};
    append(r, &step, &eval);
    append(r, &part, &eval);
    for (int i = 1; i < eval.n; i++)
        PUSH(r->arena, t->metrics, eval.at[i].name);
    check_early(r, t);
    check_valid(r, &job->p->data, &t->spec);

    Node *loss = eval.at[0].node;
    bool *seen = reach(r, 1, &loss, TRAINING);
    NodeList params = trained(L, at, seen);
    Node **g = NEW_N(r->arena, Node *, params.n);
    graph_grad(loss, NULL, params.n, params.at, g);
    if (t->spec.accumulate > 1)
        accumulate(job, r, t->spec.accumulate, params.n, params.at, g, &part, &sums);
    double value = real_option(L, at, "clip_value"),
           norm = real_option(L, at, "clip_norm");
    if (value > 0)
        clip_value(value, params.n, g);
    if (norm > 0)
        clip_norm(r, norm, params.n, g);
    apply_optimizer(L, at, job->name, params.n, params.at, g, &step);
    append(r, &step, &sums);
    add_stats(r, seen, &step);
    find_inputs(job, r, &step, &eval);
    int batch = common_batch(&job->inputs);
    t->spec.batch = job->has_batch ? (int)job->batch.value : batch;
    check_data(job, r);

    t->step = add_entry(job, r, "step", ENTRY_STEP, &step, TRAINING);
    if (t->spec.accumulate > 1) {
        add_stats(r, seen, &part);
        t->part = add_entry(job, r, "part", ENTRY_STEP, &part, TRAINING);
    }
    if (t->spec.batch > 0)
        add_total(job, r, &eval);
    t->eval = add_entry(job, r, "eval", ENTRY_EVAL, &eval, INFERENCE);
    return 0;
}

void entry_train(Program *p, Run *r, Run *one, const char *name, const Dim *batch)
{
    Job job = {.p = p, .name = name, .one = one, .train = NEW(p->arena, Train)};
    job.has_batch = batch != NULL;
    if (batch != NULL)
        job.batch = *batch;
    *job.train = (Train){.name = name,
                         .step = -1,
                         .eval = -1,
                         .eval_one = -1,
                         .part = -1,
                         .total = -1};
    job.train->spec.name = name;
    if (one != NULL)
        run_protected(one, find_row, &job);
    run_protected(r, make_train, &job);
    entry_merge_params(p, r);
    if (one != NULL)
        run_protected(one, make_eval_one, &job);
    PUSH(p->arena, p->trains, *job.train);
}

/* ---- the dim that is the batch ---- */

typedef struct BatchJob {
    const char *name;
    Dim batch;
    bool found;
} BatchJob;

static bool find_dim(const Run *r, const char *name, Dim *dim)
{
    for (int i = 0; i < r->dims.n; i++)
        if (strcmp(r->dims.at[i].name, name) == 0) {
            *dim = r->dims.at[i];
            return true;
        }
    return false;
}

/* The named first axis that all inputs of the loss have. */
static bool first_axis(const Run *r, const bool *seen, Dim *dim)
{
    bool found = false;
    for (int i = 0; i < r->inputs.n; i++) {
        const Node *x = r->inputs.at[i];
        if (!seen[x->id])
            continue;
        if (x->shape.rank == 0 || x->shape.sym[0] == NULL ||
            (found && x->shape.sym[0] != dim->name))
            return false;
        *dim = (Dim){x->shape.sym[0], x->shape.dim[0]};
        found = true;
    }
    return found;
}

static bool uses_dim(const Run *r, const bool *seen, const char *name)
{
    for (int i = 0; i < r->inputs.n; i++)
        for (int k = 0; seen[r->inputs.at[i]->id] && k < r->inputs.at[i]->shape.rank;
             k++)
            if (r->inputs.at[i]->shape.sym[k] == name)
                return true;
    return false;
}

static int find_batch(lua_State *L)
{
    BatchJob *job = lua_touserdata(L, 1);
    Run *r = run_of(L);
    r->op = "train";
    entry_push(L, "train", job->name);
    int at = lua_gettop(L);
    Outs eval = read_values(L, at);
    bool *seen = reach(r, eval.n, outs_nodes(r, &eval), TRAINING);
    job->found = find_dim(r, "B", &job->batch) && uses_dim(r, seen, job->batch.name);
    job->found = job->found || first_axis(r, seen, &job->batch);
    int64_t asked = whole_option(L, at, "batch", 0);
    if (asked == 0)
        return 0;
    if (job->found) {
        if (!run_defines(r, job->batch.name))
            job->batch.value = asked;
        return 0;
    }
    for (int i = 0; i < r->inputs.n; i++) {
        const Node *x = r->inputs.at[i];
        if (seen[x->id] && (x->shape.rank == 0 || x->shape.dim[0] != asked))
            run_fail(
                r,
                "train: batch = %lld, but no named dim is the batch, and %s is %s: "
                "make one: local B = mf.dim(\"B\", %lld)",
                (long long)asked, x->name, type_text(x), (long long)asked);
    }
    return 0;
}

bool entry_batch(Run *r, const char *train, Dim *batch)
{
    BatchJob job = {.name = train};
    run_protected(r, find_batch, &job);
    *batch = job.batch;
    return job.found;
}

/*
 * script_train.c - from mf.train to its entries:
 *
 *     step      loss, metrics; stores: updated parameters, optimiser state, statistics
 *     part      loss, metrics; stores: gradients added up (accumulate)
 *     eval      loss, metrics, in inference
 *     eval_one  the same for one row
 *     eval_total  values that are no means over rows, from sums over many batches
 */
#include "script_train.h"

#include <string.h>

typedef ARRAY(Node *) NodeList;

typedef struct Job {
    Program *p;
    const char *name; /* "": the only train */
    Dim batch;
    bool has_batch;
    NodeList inputs; /* of the step and the evaluations */
    Pool *row;       /* by value, for one row; NULL: not known */
    bool *pooled;    /* by value: total makes it, of sums */
    Train *train;
} Job;

/* ---- what is trained ---- */

/* A parameter that stands in the list twice is trained once. */
static void add_param(Run *r, NodeList *list, const Made *made, const bool *seen,
                      bool asked)
{
    for (int i = 0; i < list->n; i++)
        if (list->at[i] == made->node)
            return;
    if (seen[made->node->id]) {
        PUSH(r->arena, *list, made->node);
        return;
    }
    if (asked)
        warn_at(r->where, "train: the loss does not depend on %s, which is not trained",
                made->param.name);
}

/* Does the script itself, by mf.update, change a parameter in these steps? */
static bool is_updated(Run *r, const bool *seen)
{
    for (int i = 0; i < r->stats.n; i++) {
        const Stat *s = &r->stats.at[i];
        if ((s->witness == NULL || seen[s->witness->id]) &&
            param_find(r, s->param->attr.text)->param.role == MF_PARAM)
            return true;
    }
    return false;
}

/* A training without an optimizer: mf.update does all of it. */
static void check_updated(lua_State *L, int at, const bool *seen)
{
    static const char *const others[] = {"params", "clip_norm", "clip_value",
                                         "accumulate"};
    Run *r = run_of(L);
    bool rest = !is_updated(r, seen);
    for (int i = 0; i < r->params.n; i++)
        rest =
            rest || (r->params.at[i].param.trainable && seen[r->params.at[i].node->id]);
    if (rest)
        run_fail(r,
                 "train: optimizer is missing: optimizer = mf.optim.SGD { lr = 0.01 }");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (option(L, at, others[i]) != LUA_TNIL)
            run_fail(r,
                     "train: %s says what becomes of gradients, but needs an optimizer",
                     others[i]);
    lua_settop(L, at);
}

/* Of a tensor that was looked at when mf.train was called. */
static Node *made_node(lua_State *L, int i, const char *what)
{
    (void)what;
    return to_tensor(L, i)->node;
}

static NodeList trained(lua_State *L, int at, const bool *seen)
{
    Run *r = run_of(L);
    NodeList list = {0};
    if (option(L, at, "optimizer") == LUA_TNIL) {
        check_updated(L, at, seen);
        return list;
    }
    if (option(L, at, "params") != LUA_TNIL) {
        Form params = read_form(L, -1, "params", made_node);
        for (int i = 0; i < params.n; i++)
            add_param(r, &list, param_find(r, params.at[i]->attr.text), seen, true);
    } else {
        for (int i = 0; i < r->params.n; i++)
            if (r->params.at[i].param.trainable)
                add_param(r, &list, &r->params.at[i], seen, false);
    }
    lua_pop(L, 1);
    if (list.n == 0)
        run_fail(
            r, "train: the loss depends on no trainable parameter (mf.param, mf.nn)%s",
            is_updated(r, seen) ? "; what only mf.update changes needs no optimizer"
                                : "");
    return list;
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

/* Fails where another one has not as many rows as x. */
static void check_common(Run *r, const NodeList *inputs, const Node *x)
{
    for (int i = 0; i < inputs->n && x->shape.rank > 0; i++) {
        const Node *other = inputs->at[i];
        if (other->shape.rank > 0 && other->shape.dim[0] == x->shape.dim[0])
            continue;
        note_made(other);
        run_fail(r,
                 "train: the first axis of every input is the batch, the same for all, "
                 "but %s is %s and %s is %s: what is more in one goes behind it, as in "
                 "{ B, 4, 2 }",
                 x->name, type_text(x), other->name, type_text(other));
    }
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
            if (batch == 0)
                check_common(r, &job->inputs, x);
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

static int make_eval_one(lua_State *L)
{
    Job *job = lua_touserdata(L, 1);
    Run *r = run_of(L);
    r->op = "train";
    entry_push(L, "train", job->name);
    Outs eval = train_values(L, lua_gettop(L));
    pool_sums(r, job->batch, job->pooled, (double)job->batch.value, &eval);
    job->train->eval_one = add_entry(job, r, "eval_one", ENTRY_EVAL, &eval, INFERENCE);
    return 0;
}

/* What is made of sums for one row. */
static int find_row(lua_State *L)
{
    Job *job = lua_touserdata(L, 1);
    entry_push(L, "train", job->name);
    Outs eval = train_values(L, lua_gettop(L));
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
    t->spec = train_spec(L, at, job->name);
    Outs eval = train_values(L, at), step = {0}, part = {0}, sums = {0};
    append(r, &step, &eval);
    append(r, &part, &eval);
    for (int i = 1; i < eval.n; i++)
        PUSH(r->arena, t->metrics, eval.at[i].name);
    train_check(r, &job->p->data, t);

    Node *loss = eval.at[0].node;
    bool *seen = reach(r, 1, &loss, TRAINING);
    NodeList params = trained(L, at, seen);
    Node **g = NEW_N(r->arena, Node *, params.n);
    if (params.n > 0)
        graph_grad(loss, NULL, params.n, params.at, g);
    if (t->spec.accumulate > 1)
        train_accumulate(r, job->name, t->spec.accumulate, params.n, params.at, g,
                         &part, &sums);
    if (params.n > 0) {
        train_clip(L, at, params.n, g);
        train_update(L, at, job->name, params.n, params.at, g, &step);
    }
    append(r, &step, &sums);
    train_stats(r, seen, false, &step);
    find_inputs(job, r, &step, &eval);
    int batch = common_batch(&job->inputs);
    t->spec.batch = job->has_batch ? (int)job->batch.value : batch;
    check_data(job, r);

    t->step = add_entry(job, r, "step", ENTRY_STEP, &step, TRAINING);
    if (t->spec.accumulate > 1) {
        train_stats(r, seen, true, &part);
        t->part = add_entry(job, r, "part", ENTRY_STEP, &part, TRAINING);
    }
    if (t->spec.batch > 0)
        add_total(job, r, &eval);
    t->eval = add_entry(job, r, "eval", ENTRY_EVAL, &eval, INFERENCE);
    return 0;
}

void entry_train(Program *p, Run *r, Run *one, const char *name, const Dim *batch)
{
    Job job = {.p = p, .name = name, .train = NEW(p->arena, Train)};
    job.has_batch = batch != NULL;
    if (batch != NULL)
        job.batch = *batch;
    *job.train = (Train){.name = name,
                         .step = -1,
                         .eval = -1,
                         .eval_one = -1,
                         .part = -1,
                         .total = -1};
    if (one != NULL)
        run_protected(one, find_row, &job);
    run_protected(r, make_train, &job);
    entry_merge_params(p, r);
    if (one != NULL)
        run_protected(one, make_eval_one, &job);
    PUSH(p->arena, p->trains, *job.train);
}

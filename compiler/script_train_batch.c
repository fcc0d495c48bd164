/*
 * script_train_batch.c - which dim is the batch of a train: B, or else the named first
 * axis that all inputs of the loss have.
 */
#include "script_train.h"

#include <string.h>

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
    Outs eval = train_values(L, at);
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

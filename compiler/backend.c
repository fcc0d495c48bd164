/*
 * backend.c - the back end's steps in their order, for every entry of a program:
 *
 *     graph ──fuse, lower──▶ kernels ──schedule──▶ ordered ──plan──▶ with memory
 *
 * Printing is c_file.c's business, which takes the routines that come out here;
 * `report` and `graph` read them too.
 */
#include "emit.h"

static BackOptions back_options(Pipeline *p)
{
    BackOptions o = {
        .no_fuse = !pipeline_wants(p, "fuse"),
        .no_inplace = !pipeline_wants(p, "inplace"),
        .naive_plan = p->naive_plan,
        .schedule_seed = p->shuffle ? p->seed : 0,
    };
    return o;
}

Routine **backend_run(Program *program, Pipeline *pipeline)
{
    Arena *arena = program->arena;
    BackOptions options = back_options(pipeline);
    ParamBuffers *params = param_buffers(program);
    int n = program->entries.n;
    Routine **routine = NEW_N(arena, Routine *, n > 0 ? n : 1);

    double since = pipeline_clock();
    for (int i = 0; i < n; i++)
        routine[i] = lower_entry(arena, &program->entries.at[i], params, &options);
    pipeline_time(pipeline, "lower", since);

    since = pipeline_clock();
    for (int i = 0; i < n; i++) {
        schedule(arena, routine[i], options.schedule_seed);
        schedule_check(routine[i]);
    }
    pipeline_time(pipeline, "schedule", since);

    since = pipeline_clock();
    for (int i = 0; i < n; i++) {
        plan(arena, routine[i], &options);
        plan_check(routine[i]);
    }
    pipeline_time(pipeline, "plan", since);

    if (pipeline_dumps(pipeline, "loops"))
        for (int i = 0; i < n; i++)
            pipeline_dump(pipeline, "loops", program->entries.at[i].name,
                          loop_dump(arena, routine[i]));
    return routine;
}

/*
 * backend.c - the back end's steps in their order, for every entry of a program:
 *
 *     graph ──fuse, lower──▶ kernels ──schedule──▶ ordered ──plan──▶ with memory
 *
 * Printing is c_file.c's business, which takes the routines that come out here;
 * `report` and `graph` read them too.
 */
#include "c_print.h"
#include "emit.h"
#include "text.h"

static BackOptions back_options(Pipeline *p)
{
    BackOptions o = {
        .no_fuse = !pipeline_wants(p, "fuse"),
        .no_band = !pipeline_wants(p, "band"),
        .no_block = !pipeline_wants(p, "block"),
        .no_pad = !pipeline_wants(p, "pad"),
        .no_ahead = !pipeline_wants(p, "ahead"),
        .no_merge = !pipeline_wants(p, "merge"),
        .no_tiles = !pipeline_wants(p, "tile"),
        .no_inplace = !pipeline_wants(p, "inplace"),
        .blas = p->blas,
        .threads = p->threads,
        .stack = p->stack,
        .uncached = p->uncached,
        .naive_plan = p->naive_plan,
        .band = p->band,
        .schedule_seed = p->shuffle ? p->seed : 0,
    };
    return o;
}

/* Where each array of the work memory lies, and how long it is needed. */
static const char *plan_text(Arena *arena, const Routine *r)
{
    Text out = text_new(arena);
    text_add(&out, "# %lld bytes of work, %lld if nothing shared, %lld live at once\n",
             (long long)r->work_bytes, (long long)r->unshared_bytes,
             (long long)r->live_bytes);
    for (int i = 0; i < r->work.n; i++) {
        const Buffer *b = r->work.at[i];
        text_add(&out, "%-24s %s%-20s %10lld bytes at %10lld, calls %d to %d\n",
                 b->name ? b->name : "-", dtype_name(b->dtype),
                 shape_text(arena, &b->shape), (long long)buffer_bytes(b),
                 (long long)b->offset, b->first + 1, b->last + 1);
    }
    return out.at;
}

/* Kernels that are alike before the plan lets some write in place. */
static void find_equal(KernelTable *table, const Calls *calls)
{
    Calls all = kernel_calls(table->arena, calls);
    for (int i = 0; i < all.n; i++)
        all.at[i]->kernel->same = alike_kernel(table, all.at[i]->kernel);
}

/* What changes the loops of a kernel and looks at no other one. */
static void change_loops(Arena *arena, Kernel *k, ParamBuffers *params,
                         const Pipeline *pipeline, const BackOptions *o)
{
    if (o->no_fuse)
        return;
    loop_short(arena, k);
    if (!o->no_block)
        loop_block(arena, k, params, o);
    if (!o->no_pad && !o->threads)
        loop_flat(arena, k, params);
    if (!o->no_merge)
        loop_join(arena, k);
    loop_parity(arena, k);
    loop_window(k);
    loop_chains(arena, k, params);
    if (!o->no_pad) {
        loop_near(arena, k, params, o);
        loop_pad(arena, k, params, o);
    }
    if (!o->no_ahead && pipeline->cache > 0)
        loop_ahead(arena, k, pipeline->cache);
}

Routine **backend_run(Program *program, ParamBuffers *params, Pipeline *pipeline)
{
    Arena *arena = program->arena;
    BackOptions options = back_options(pipeline);
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
        if (!options.no_merge && !options.no_fuse)
            loop_merge(arena, routine[i], params, &options);
        if (!options.no_band && !options.no_fuse)
            bands(arena, routine[i], params, &options);
    }
    pipeline_time(pipeline, "schedule", since);

    since = pipeline_clock();
    KernelTable table = {.arena = arena};
    for (int i = 0; i < n; i++) {
        find_equal(&table, &routine[i]->calls);
        find_kin(arena, &routine[i]->calls);
        plan(arena, routine[i], &options);
    }
    place_together(n, routine);
    for (int i = 0; i < n; i++) {
        plan_check(routine[i]);
        Calls calls = kernel_calls(arena, &routine[i]->calls);
        for (int k = 0; k < calls.n; k++)
            change_loops(arena, calls.at[k]->kernel, params, pipeline, &options);
    }
    pipeline_time(pipeline, "plan", since);

    since = pipeline_clock();
    for (int i = 0; i < n && pipeline->threads; i++) {
        if (program->entries.at[i].kind == ENTRY_INIT)
            continue; /* runs once */
        threads_divide(arena, routine[i], (double)pipeline->threads_from);
        threads_check(routine[i]);
        if (!options.no_ahead && pipeline->cache > 0)
            threads_own(arena, routine[i], pipeline->cache);
    }
    if (pipeline->threads)
        pipeline_time(pipeline, "threads", since);
    for (int i = 0; i < n; i++) {
        if (!options.no_fuse && options.stack == 0)
            tile_once(arena, routine[i]);
        routine[i]->stack_bytes = stack_measure(arena, options.stack, routine[i]);
    }

    if (!options.no_fuse)
        loop_alike(arena, n, routine, params);
    Titler titler = {.arena = arena};
    for (int i = 0; i < n; i++) {
        const char *name = program->entries.at[i].name;
        title_kernels(&titler, &routine[i]->calls);
        if (pipeline_dumps(pipeline, "loops"))
            pipeline_dump(pipeline, "loops", name, loop_dump(arena, routine[i]));
        if (pipeline_dumps(pipeline, "plan"))
            pipeline_dump(pipeline, "plan", name, plan_text(arena, routine[i]));
    }
    return routine;
}

/* ---- what a kernel costs ---- */

static double expr_flops(const Expr *x)
{
    if (!x)
        return 0;
    double sum = x->kind == X_OP && x->op != OP_cast ? 1 : 0;
    for (int i = 0; i < x->n; i++)
        sum += expr_flops(x->arg[i]);
    return sum;
}

static double extents(int n, const int64_t *extent)
{
    double product = 1;
    for (int i = 0; i < n; i++)
        product *= (double)extent[i];
    return product;
}

static double tile_flops(const Tile *t)
{
    return 2 * extents(t->rows, t->row_extent) * extents(t->columns, t->column_extent) *
           extents(t->terms, t->term_extent);
}

static double block_flops(const Block *block)
{
    double sum = 0;
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_FOR)
            sum += (double)s->var->extent * block_flops(&s->body);
        else
            sum += (expr_flops(s->value) + expr_flops(s->value2)) *
                   (double)(s->kind == S_FILL ? s->buffer->shape.dim[0] : 1);
        if (s->kind == S_ACC)
            sum += s->acc == ACC_FMA ? 2 : 1;
        if (s->kind == S_TILE)
            sum += tile_flops(s->tile);
    }
    return sum;
}

double kernel_flops(const Kernel *k)
{
    return block_flops(&k->body);
}

double kernel_bytes(const Kernel *k)
{
    double sum = 0;
    for (int i = 0; i < k->params.n; i++)
        sum += (double)buffer_bytes(k->params.at[i]);
    return sum;
}

/*
 * train_reference.c - a training by the evaluator, step after step, against the one
 * that an emitted f64 trainer did on the same rows:
 *
 *     train_reference data  SCRIPT STEPS FOLDER [NAME=N ...]
 *         writes FOLDER/INPUT.npy for every input of the trains, and prints the
 *         options of the trainer that make it take the rows in their order
 *     train_reference check SCRIPT STEPS PARAMS.safetensors [NAME=N ...]
 *         trains, and compares with the saved tensors: they must have the same bits;
 *         else it prints the largest difference, in units of the largest change of
 *         any, and exits with 1
 *
 * NAME=N is the value of a dim of the script. The graphs are those that the script
 * made: no pass has run.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "feed.h"
#include "mf_data.h"
#include "mf_safetensors.h"

typedef struct Job {
    Arena *arena;
    Program *program;
    int64_t steps;
} Job;

static bool same_name(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static const Entry *step_entry(const Job *job, int train)
{
    return &job->program->entries.at[job->program->trains.at[train].step];
}

/* ---- rows ---- */

/* How the program scales this input; NULL: not at all. */
static const MfField *find_field(const Program *p, const char *input)
{
    for (int i = 0; i < p->data.n_fields; i++)
        if (same_name(p->data.field[i].input, input))
            return &p->data.field[i];
    return NULL;
}

/* Element `at` of a row as the file has it, and as the model is to see it. Numbers
 * are in (0, 1) after scaling, which suits images and targets. */
static double row_number(const Job *job, const Port *port, int64_t row, int64_t at,
                         bool scaled)
{
    double u = mf_uniform(3, mf_hash(port->name), (uint64_t)row, (uint64_t)at);
    if (!is_float(port->dtype))
        return floor(u * (double)(port->limit > 0 ? port->limit : 2));
    const MfField *f = find_field(job->program, port->name);
    MfScale scale = f ? f->scale : MF_AS_IS;
    if (scale != MF_AS_IS && scale != MF_AFFINE)
        fail(EXIT_USAGE, "the rows of %s are scaled by a fit", port->name);
    if (scale == MF_AS_IS)
        return u;
    double raw = (u * f->div + f->sub) / f->mul;
    return scaled ? (raw * f->mul - f->sub) / f->div : raw;
}

/* Rows of the files: twice what the steps take, and some more, for the splits that
 * come after the first. */
static int64_t file_rows(const Job *job, int64_t batch)
{
    return 2 * job->steps * batch + 20;
}

static void write_rows(const Job *job, const Port *port, const char *folder)
{
    int64_t batch = port->shape.dim[0], rows = file_rows(job, batch);
    int64_t width = shape_size(&port->shape) / batch;
    int dim[MAX_RANK] = {(int)rows};
    for (int i = 1; i < port->shape.rank; i++)
        dim[i] = (int)port->shape.dim[i];
    double *number = NEW_N(job->arena, double, rows *width);
    int32_t *whole = NEW_N(job->arena, int32_t, rows * width);
    unsigned char *truth = NEW_N(job->arena, unsigned char, rows *width);
    for (int64_t i = 0; i < rows * width; i++) {
        number[i] = row_number(job, port, i / width, i % width, false);
        whole[i] = is_float(port->dtype) ? 0 : (int32_t)number[i];
        truth[i] = whole[i] != 0;
    }
    const char *path = arena_format(job->arena, "%s/%s.npy", folder, port->name);
    bool real = is_float(port->dtype), flag = port->dtype == BOOL;
    const void *data = real ? (const void *)number : flag ? (const void *)truth : whole;
    if (mf_npy_write(path,
                     real   ? MF_F64
                     : flag ? MF_BOOL
                            : MF_I32,
                     port->shape.rank, dim, data) != 0)
        exit(EXIT_FILE);
    printf(" --data %s=%s", port->name, path);
}

static int write_data(const Job *job, const char *folder)
{
    printf("--no-shuffle --steps %" PRId64, job->steps);
    for (int t = 0; t < job->program->trains.n; t++) {
        const Entry *e = step_entry(job, t);
        for (int i = 0; i < e->inputs.n; i++) {
            bool seen = false; /* in an earlier train */
            for (int k = 0; k < t; k++)
                for (int j = 0; j < step_entry(job, k)->inputs.n; j++)
                    seen |= same_name(step_entry(job, k)->inputs.at[j].name,
                                      e->inputs.at[i].name);
            if (!seen)
                write_rows(job, &e->inputs.at[i], folder);
        }
    }
    printf("\n");
    return EXIT_SUCCESS;
}

/* ---- training ---- */

static void fill_batch(const Job *job, Feed *feed, int64_t update)
{
    for (int i = 0; i < feed->entry->inputs.n; i++) {
        const Port *port = &feed->entry->inputs.at[i];
        int64_t batch = port->shape.dim[0], size = shape_size(&port->shape);
        int64_t width = size / batch;
        for (int64_t k = 0; k < size; k++)
            feed->input[i][k] =
                row_number(job, port, update * batch + k / width, k % width, true);
    }
}

static void take_step(const Job *job, Feed *feed, int train, int64_t step,
                      int64_t update)
{
    const Entry *e = step_entry(job, train);
    Arena *work = arena_new();
    feed_entry(feed, e);
    for (int i = 0; i < e->inputs.n; i++)
        feed->input[i] = NEW_N(work, double, shape_size(&e->inputs.at[i].shape));
    fill_batch(job, feed, update);
    feed->step = (uint64_t)step;
    Scalar **value = feed_eval(work, feed, &ring_f64, e->graph);
    for (int i = 0; i < e->graph->outs.n; i++) {
        const Out *out = &e->graph->outs.at[i];
        const Param *p = out->store ? program_param(job->program, out->name) : NULL;
        int64_t size = p ? shape_size(&p->shape) : 0;
        for (int64_t k = 0; k < size; k++)
            feed->param[p - job->program->params.at][k] = value[i][k].d;
    }
    arena_free(work);
}

static void train(const Job *job, Feed *feed)
{
    const Program *p = job->program;
    Param *total = program_param(job->program, "total_steps");
    if (total)
        feed->param[total - p->params.at][0] = (double)job->steps;
    int64_t step = 0;
    for (int64_t round = 0; step < job->steps; round++)
        for (int t = 0; t < p->trains.n; t++) {
            int turns = p->trains.at[t].spec.turns > 0 ? p->trains.at[t].spec.turns : 1;
            for (int i = 0; i < turns && step < job->steps; i++)
                take_step(job, feed, t, step++, round * turns + i);
        }
}

/* ---- the verdict ---- */

static double *copy_values(Arena *arena, const double *from, int64_t size)
{
    double *to = NEW_N(arena, double, size);
    for (int64_t k = 0; k < size; k++)
        to[k] = from[k];
    return to;
}

/* Whether tensor i is in parameter files. */
static bool is_saved(const Program *p, int i)
{
    return p->params.at[i].role == MF_PARAM || p->params.at[i].role == MF_STAT;
}

static int check(const Job *job, const char *path)
{
    Program *p = job->program;
    for (int t = 0; t < p->trains.n; t++)
        if (p->trains.at[t].part >= 0)
            fail(EXIT_USAGE, "%s accumulates batches", p->script);
    uint64_t seed = feed_default_seed(p);
    Feed *feed = feed_new(job->arena, p, seed, &ring_f64);
    Feed *saved = feed_new(job->arena, p, seed, &ring_f64);
    feed_load_params(saved, path);
    double **first = NEW_N(job->arena, double *, p->params.n + 1);
    for (int i = 0; i < p->params.n; i++)
        first[i] =
            copy_values(job->arena, feed->param[i], shape_size(&p->params.at[i].shape));
    train(job, feed);
    double change = 0, error = 0;
    const char *where = "no tensor";
    for (int i = 0; i < p->params.n; i++) {
        int64_t size = is_saved(p, i) ? shape_size(&p->params.at[i].shape) : 0;
        for (int64_t k = 0; k < size; k++) {
            double difference = fabs(saved->param[i][k] - feed->param[i][k]);
            change = fmax(change, fabs(feed->param[i][k] - first[i][k]));
            if (!isnan(error) && !(difference <= error)) {
                error = difference;
                where = p->params.at[i].name;
            }
        }
    }
    if (error == 0 && change > 0)
        return EXIT_SUCCESS;
    printf("%s differs by %.2g of the largest change, %.3g\n", where, error / change,
           change);
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    Arena *arena = arena_new();
    if (argc < 5)
        fail(EXIT_USAGE, "see the comment of train_reference.c");
    ScriptOptions options = {.dtype = "f64"};
    for (int i = 5; i < argc; i++)
        PUSH(arena, options.define, intern(arena, argv[i]));
    Job job = {.arena = arena, .steps = strtoll(argv[3], NULL, 10)};
    job.program = script_run(arena, argv[2], &options);
    if (job.program->trains.n == 0 || job.steps < 1)
        fail(EXIT_USAGE, "%s does not train", argv[2]);
    int code =
        same_name(argv[1], "data") ? write_data(&job, argv[4]) : check(&job, argv[4]);
    arena_free(arena);
    return code;
}

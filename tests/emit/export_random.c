/*
 * export_random.c - random graphs as ONNX models, with what the evaluator says of them:
 *
 *     export_random DIR FROM TO
 *
 * writes for each seed DIR/SEED.onnx and DIR/SEED.json, which holds the inputs and the
 * outputs. Random draws and steps, which a model cannot have, become inputs. What
 * compares them with onnxruntime is tests/export/random.js.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "onnx.h"
#include "random_graph.h"
#include "text.h"

typedef struct Job {
    Arena *arena;
    uint64_t seed;
    const Ring *ring;
    Program program;
    Feed feed;
} Job;

/* ---- the graph ---- */

static Node *without_draws(void *context, Node *n)
{
    (void)context;
    if (n->op != OP_random && n->op != OP_step)
        return n;
    return n_input(n->graph, arena_format(n->graph->arena, "drawn%d", n->id), n->dtype,
                   n->shape);
}

static void optimise(Graph *g)
{
    pass_index(g);
    pass_fold(g);
    pass_cse(g);
    pass_dce(g);
}

/* ---- values ---- */

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    Job *job = context;
    if (leaf->op != OP_input && leaf->op != OP_param)
        return NULL;
    int64_t n = shape_size(&leaf->shape);
    Scalar *out = NEW_N(job->arena, Scalar, n);
    for (int64_t i = 0; i < n; i++)
        out[i] = job->ring->number(random_leaf_value(leaf, job->seed, i));
    return out;
}

static void add_leaf(Job *job, Entry *e, const Node *leaf)
{
    int64_t n = shape_size(&leaf->shape);
    if (leaf->op == OP_input) {
        for (int i = 0; i < e->inputs.n; i++)
            if (strcmp(e->inputs.at[i].name, leaf->attr.text) == 0)
                return;
        Port port = {.name = leaf->attr.text, leaf->dtype, .shape = leaf->shape};
        PUSH(job->arena, e->inputs, port);
        return;
    }
    double *v = NEW_N(job->arena, double, n);
    for (int64_t i = 0; i < n; i++)
        v[i] = random_leaf_value(leaf, job->seed, i);
    Param param = {.name = leaf->attr.text, leaf->dtype, .shape = leaf->shape};
    PUSH(job->arena, job->program.params, param);
    job->feed.param[job->program.params.n - 1] = v;
}

/* ---- the files ---- */

static void put_tensor(Text *t, const char *name, Dtype dtype, const Shape *s,
                       const Ring *ring, const Scalar *v)
{
    static const char *const type[] = {"float32", "float64", "int32", "bool"};
    text_add(t, "{\"name\":\"%s\",\"type\":\"%s\",\"dims\":[", name, type[dtype]);
    for (int i = 0; i < s->rank; i++)
        text_add(t, "%s%lld", i > 0 ? "," : "", (long long)s->dim[i]);
    text_add(t, "],\"data\":[");
    for (int64_t i = 0; i < shape_size(s); i++) {
        double x = ring->value(v[i]);
        text_add(t, isfinite(x) ? "%s%.17g" : "%s\"%f\"", i > 0 ? "," : "", x);
    }
    text_add(t, "]}");
}

static const Node *find_input(const Graph *g, const char *name)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == OP_input &&
            strcmp(g->nodes.at[i]->attr.text, name) == 0)
            return g->nodes.at[i];
    return NULL;
}

static void put_values(Job *job, Text *t, const Entry *e, const Graph *g)
{
    Env env = {.ring = job->ring, .leaf = leaf_value, .context = job};
    Scalar **value = eval_graph(job->arena, g, &env);
    text_add(t, "{\"inputs\":[");
    for (int i = 0; i < e->inputs.n; i++) {
        const Port *p = &e->inputs.at[i];
        const Node *n = find_input(g, p->name);
        text_add(t, "%s", i > 0 ? "," : "");
        put_tensor(t, p->name, p->dtype, &p->shape, job->ring, leaf_value(job, n));
    }
    text_add(t, "],\"outputs\":[");
    bool first = true;
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        if (g->outs.at[i].store)
            continue;
        text_add(t, "%s", first ? "" : ",");
        first = false;
        put_tensor(t, arena_format(job->arena, "y%d", i), n->dtype, &n->shape,
                   job->ring, value[n->id]);
    }
    text_add(t, "]}\n");
}

static bool has_f64(const Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->dtype == F64)
            return true;
    return false;
}

static void export(const char *dir, uint64_t seed)
{
    Job job = {.arena = arena_new(), .seed = seed};
    Graph *all = random_graph(job.arena, seed);
    for (int i = 0; i < all->outs.n; i++) /* stores are outputs here */
        all->outs.at[i] =
            (Out){arena_format(job.arena, "y%d", i), all->outs.at[i].node, false};
    Graph *g = graph_extract(all, "run", all->outs.n, all->outs.at, INFERENCE);
    graph_rewrite(g, without_draws, NULL);
    Graph *plain = graph_extract(g, "run", g->outs.n, g->outs.at, BOTH_MODES);
    job.ring = has_f64(g) ? &ring_f64 : &ring_f32;
    job.program = (Program){.arena = job.arena, .script = "random.lua"};
    job.feed = (Feed){.arena = job.arena, .program = &job.program};
    job.feed.param = NEW_N(job.arena, double *, g->nodes.n + 1);
    Entry e = {.name = "run", .kind = ENTRY_FUNC, .graph = g};
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == OP_input || g->nodes.at[i]->op == OP_param)
            add_leaf(&job, &e, g->nodes.at[i]);
    optimise(g);
    Text values = text_new(job.arena);
    put_values(&job, &values, &e, plain);
    Buffer model =
        onnx_export(job.arena, &job.program, &e, NULL, NULL, (Extent){1, 1}, &job.feed);
    file_write(job.arena,
               arena_format(job.arena, "%s/%llu.onnx", dir, (unsigned long long)seed),
               model.at, model.n);
    file_write(job.arena,
               arena_format(job.arena, "%s/%llu.json", dir, (unsigned long long)seed),
               values.at, values.n);
    arena_free(job.arena);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: export_random DIR FROM TO\n");
        return EXIT_USAGE;
    }
    uint64_t to = strtoull(argv[3], NULL, 10);
    for (uint64_t seed = strtoull(argv[2], NULL, 10); seed <= to; seed++)
        export(argv[1], seed);
    return 0;
}

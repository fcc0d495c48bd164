/*
 * emit_random.c - random graphs as emitted programs, against the evaluator:
 *
 *     emit_random FROM COUNT FILE.c FILE.expect [fuse|unfused|naive|order=N]
 *
 * writes one C file with a model for each seed and a main that runs them all and
 * prints every element of every out as a hexadecimal float, a line each, and what
 * the evaluator says these lines are: the same bits (a NaN is a NaN).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "eval.h"
#include "random_graph.h"
#include "text.h"

enum { STEP = 3 };

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    const Env *env = context;
    if (leaf->op != OP_input && leaf->op != OP_param)
        return NULL;
    int64_t n = shape_size(&leaf->shape);
    Scalar *out = calloc((size_t)n, sizeof *out);
    for (int64_t i = 0; i < n; i++)
        out[i] = env->ring->number(random_leaf_value(leaf, env->seed, i));
    return out;
}

static bool same_name(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* The graph as a program with one function `run`. */
static Program *make_program(Arena *arena, Graph *g, uint64_t seed)
{
    Program *p = NEW(arena, Program);
    p->arena = arena;
    p->name = arena_format(arena, "g%llu", (unsigned long long)seed);
    p->script = p->path = "random.lua";
    p->real = F32;
    Entry e = {.name = "run", .kind = ENTRY_FUNC, .graph = g};
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        bool known = false;
        for (int k = 0; k < e.inputs.n; k++)
            known |= n->op == OP_input && same_name(e.inputs.at[k].name, n->attr.text);
        for (int k = 0; k < p->params.n; k++)
            known |= n->op == OP_param && same_name(p->params.at[k].name, n->attr.text);
        Port port = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        Param param = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        if (!known && n->op == OP_input)
            PUSH(arena, e.inputs, port);
        if (!known && n->op == OP_param)
            PUSH(arena, p->params, param);
    }
    for (int i = 0; i < g->outs.n; i++) {
        const Out *o = &g->outs.at[i];
        Param param = {.name = o->name, .dtype = o->node->dtype, .shape = o->node->shape};
        bool known = !o->store;
        for (int k = 0; k < p->params.n; k++)
            known |= same_name(p->params.at[k].name, o->name);
        if (!known)
            PUSH(arena, p->params, param);
    }
    PUSH(arena, p->entries, e);
    return p;
}

static const Node *find_leaf(const Graph *g, Op op, const char *name)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == op && same_name(g->nodes.at[i]->attr.text, name))
            return g->nodes.at[i];
    return NULL;
}

/* Code that fills `to`, an array of any extents, with the leaf's values. */
static void print_fill(Text *t, const Node *leaf, const char *type, const char *to,
                       uint64_t seed)
{
    if (!leaf)
        return; /* nothing reads it */
    int64_t n = shape_size(&leaf->shape);
    text_line(t, "{ static const double v[] = {");
    for (int64_t i = 0; i < n; i++)
        text_add(t, "%a,", random_leaf_value(leaf, seed, i));
    text_line(t, "};");
    text_line(t, "for (int i = 0; i < %lld; i++) ((%s *)%s)[i] = (%s)v[i]; }", (long long)n,
              type, to, type);
}

/* The model's static names made its own, for many models share the file. */
static void add_model(Text *t, const char *source, const char *prefix)
{
    bool word = false;
    for (const char *p = source; *p; p++) {
        bool kernel = p[0] == 'k' && p[1] >= '0' && p[1] <= '9';
        if (!word && (kernel || strncmp(p, "const_", 6) == 0))
            text_add(t, "%s_", prefix);
        text_add(t, "%c", *p);
        word = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || *p == '_' ||
               (*p >= '0' && *p <= '9');
    }
}

static const char *c_name(Dtype d)
{
    static const char *const name[] = {"float", "double", "int32_t", "bool"};
    return name[d];
}

static void print_out(Text *t, Dtype d, int64_t n, const char *from)
{
    text_line(t, "for (int i = 0; i < %lld; i++) show((double)((%s *)%s)[i]);", (long long)n,
              c_name(d), from);
}

static void print_run(Text *t, const Program *p, const Graph *g, uint64_t seed)
{
    const Entry *e = &p->entries.at[0];
    char type[40];
    snprintf(type, sizeof type, "G%llu", (unsigned long long)seed);
    text_line(t, "static void run_%llu(void) {", (unsigned long long)seed);
    text_line(t, "static %s net;", type);
    text_line(t, "net.seed = %lluu; net.step = %d;", (unsigned long long)seed, STEP);
    text_line(t, "printf(\"graph %llu\\n\");", (unsigned long long)seed);
    const char *args = "";
    for (int i = 0; i < p->params.n; i++) {
        const Param *q = &p->params.at[i];
        const char *to = arena_format(t->arena, "((char *)&net + %s_tensors[%d].offset)",
                                      p->name, i);
        print_fill(t, find_leaf(g, OP_param, q->name), c_name(q->dtype), to, seed);
    }
    for (int i = 0; i < e->inputs.n; i++) {
        const Port *q = &e->inputs.at[i];
        const char *name = arena_format(t->arena, "in%d", i);
        text_line(t, "static %s %s[%lld];", c_name(q->dtype), name,
                  (long long)shape_size(&q->shape));
        print_fill(t, find_leaf(g, OP_input, q->name), c_name(q->dtype), name, seed);
        args = arena_format(t->arena, "%s, %s(void *)%s", args,
                            q->shape.rank ? "" : arena_format(t->arena, "*(%s *)", c_name(q->dtype)),
                            name);
    }
    int k = 0;
    for (int i = 0; i < g->outs.n; i++) {
        const Out *o = &g->outs.at[i];
        if (o->store)
            continue;
        text_line(t, "static %s out%d[%lld];", c_name(o->node->dtype), k,
                  (long long)shape_size(&o->node->shape));
        args = arena_format(t->arena, "%s, (void *)out%d", args, k++);
    }
    text_line(t, "%s_run(&net%s);", p->name, args);
    k = 0;
    for (int i = 0; i < g->outs.n; i++) {
        const Out *o = &g->outs.at[i];
        int64_t n = shape_size(&o->node->shape);
        const char *from = arena_format(t->arena, "out%d", k);
        for (int q = 0; o->store && q < p->params.n; q++)
            if (same_name(p->params.at[q].name, o->name))
                from = arena_format(t->arena, "((char *)&net + %s_tensors[%d].offset)",
                                    p->name, q);
        k += !o->store;
        print_out(t, o->node->dtype, n, from);
    }
    text_line(t, "}");
}

static void print_expected(Text *t, Arena *arena, const Graph *g, uint64_t seed)
{
    const Ring *ring = &ring_f32;
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->dtype == F64)
            ring = &ring_f64;
    Env env = {ring, leaf_value, NULL, seed, STEP};
    env.context = &env;
    Scalar **value = eval_graph(arena, g, &env);
    text_add(t, "graph %llu\n", (unsigned long long)seed);
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        const Ring *r = is_float(n->dtype) ? ring : &ring_i32;
        for (int64_t k = 0; k < shape_size(&n->shape); k++) {
            double v = r->value(value[n->id][k]);
            if (isnan(v))
                text_add(t, "nan\n");
            else
                text_add(t, "%a\n", v + 0.0);
        }
    }
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fprintf(stderr, "usage: emit_random FROM COUNT FILE.c FILE.expect [MODE]\n");
        return EXIT_USAGE;
    }
    uint64_t from = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10);
    const char *mode = argc > 5 ? argv[5] : "fuse";
    Arena *all = arena_new();
    Text code = text_new(all), expect = text_new(all), runs = text_new(all);
    text_add(&code, "#include <stdio.h>\n#include <math.h>\n#include \"mfrt.h\"\n"
                    "static void show(double v) { if (v != v) puts(\"nan\"); "
                    "else printf(\"%%a\\n\", v + 0.0); }\n");
    for (uint64_t seed = from; seed < from + count; seed++) {
        Graph *g = random_graph(all, seed);
        Program *p = make_program(all, g, seed);
        Pipeline pipeline = {.arena = all, .limit = -1, .to = stderr};
        if (strcmp(mode, "unfused") == 0)
            pipeline.off |= 1u << pipeline_find("fuse");
        if (strcmp(mode, "naive") == 0) {
            pipeline.naive_plan = true;
            pipeline.off |= 1u << pipeline_find("inplace");
        }
        if (strncmp(mode, "order=", 6) == 0) {
            pipeline.shuffle = true;
            pipeline.seed = strtoull(mode + 6, NULL, 10);
        }
        pipeline_run(&pipeline, p);
        print_expected(&expect, all, p->entries.at[0].graph, seed);
        EmitOptions o = {.no_main = true, .pipeline = &pipeline};
        print_run(&runs, p, p->entries.at[0].graph, seed);
        add_model(&code, emit_program(p, &o).source, p->name);
    }
    text_add(&code, "%s\nint main(void) {\n", runs.at);
    for (uint64_t seed = from; seed < from + count; seed++)
        text_line(&code, "run_%llu();", (unsigned long long)seed);
    text_add(&code, "return 0; }\n");
    file_write(all, argv[3], code.at, code.n);
    file_write(all, argv[4], expect.at, expect.n);
    arena_free(all);
    return 0;
}

/*
 * emit_random.c - graphs as emitted programs, against the evaluator:
 *
 *     emit_random FILE.c FILE.expect [WORD...] SEED | FROM..TO | FILE.graph ...
 *
 * writes one C file with a model for each graph and a main that runs them all and
 * prints every element of every out as a hexadecimal float, a line each, and what
 * the evaluator says these lines are: the same bits (a NaN is a NaN). What goes into
 * the models the program reads from FILE.c.values: compilers take their time over
 * numbers. Words:
 *
 *     no-PASS      without that pass (no-fuse, no-inplace, no-cse ...)
 *     limit=N      only the first N passes that would run
 *     naive        every buffer has its own memory
 *     threads      kernels are divided among threads wherever they can be
 *     order=N      another order of the kernels
 *     band=N       bands of at most N rows, wherever there can be any
 *     stack=N      kernels take no more than N bytes of it
 *     twin         the program is the graph's twin (see random_graph.h), which must
 *                  print what the evaluator says of the graph before any pass; below
 *                  2^-100 all is 0
 *     special      numbers are those of the operators at special values
 *                  (special_graph.h), and so are the inputs
 *     keep=I       only out I of the graph          } what tests/run_random
 *     cut=I        node I is an input (repeatable)  } reduces graphs by
 *     dump         prints the graphs instead
 *
 * A program has one function, or two that share their parameters and stores, and
 * are called one after the other; integers, which may be indices, get their first
 * values again in between. The model and the outs are filled with ones in
 * every bit before, so that what is read before it is written shows as a NaN.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "eval.h"
#include "random_graph.h"
#include "special_graph.h"
#include "text.h"

enum { STEP = 3, MOST_CUTS = 100 };

/* What the command line asks for. */
typedef struct Asked {
    Pipeline pipeline;
    int keep; /* an out; -1: all */
    int cut[MOST_CUTS], cuts;
    bool dump, twin, special;
} Asked;

/* The files under construction. */
typedef struct Job {
    Arena *arena;
    Asked *asked;
    Text code, runs, calls, expect, values;
    int n; /* programs so far */
} Job;

/* A tensor of the program under test, as the evaluator knows it. */
typedef struct State {
    Env env;
    const Asked *asked;
    const Program *program;
    const Graph *graph; /* all of it: the leaves' first values */
    Scalar **param;     /* by number */
    uint64_t seed;
    double least; /* what is smaller is printed as 0 */
} State;

static bool same_name(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static double value_of(const Asked *asked, const Node *leaf, uint64_t seed, int64_t i)
{
    return asked->special ? special_value(leaf, seed, i)
                          : random_leaf_value(leaf, seed, i);
}

/* A twin is doubled here and halved there, which costs denormals their last bits; and
 * its zeros may have other signs. */
static double least_printed(const Asked *asked)
{
    return asked->twin ? 0x1p-100 : 0;
}

/* ---- the graph ---- */

static bool is_cut(const Asked *asked, const Node *n)
{
    for (int i = 0; i < asked->cuts; i++)
        if (asked->cut[i] == n->id)
            return true;
    return false;
}

/* The graph with only the outs and nodes that are asked for; g itself if all are. */
static Graph *reduced(Arena *arena, Graph *g, const Asked *asked)
{
    if (asked->keep < 0 && asked->cuts == 0)
        return g;
    Graph *copy = graph_new(arena, g->name);
    Node **map = NEW_N(arena, Node *, g->nodes.n);
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        Node **arg = NEW_N(arena, Node *, n->n + 1);
        for (int k = 0; k < n->n; k++)
            arg[k] = map[n->arg[k]->id];
        map[i] = is_cut(asked, n) ? n_input(copy, arena_format(arena, "cut%d", i),
                                            n->dtype, n->shape)
                                  : node_copy(copy, n, arg);
        map[i]->grad_of = NULL;
    }
    for (int i = 0; i < g->outs.n; i++) {
        Out out = g->outs.at[i];
        out.node = map[out.node->id];
        if (asked->keep < 0 || asked->keep == i)
            PUSH(arena, copy->outs, out);
    }
    pass_dce(copy);
    return copy;
}

static Dtype real_of(const Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->dtype == F64)
            return F64;
    return F32;
}

/* ---- the program ---- */

static int find_param(const Program *p, const char *name)
{
    for (int i = 0; i < p->params.n; i++)
        if (same_name(p->params.at[i].name, name))
            return i;
    return -1;
}

static void add_param(Program *p, const char *name, const Node *n)
{
    Param param = {.name = name, .dtype = n->dtype, .shape = n->shape};
    if (find_param(p, name) < 0)
        PUSH(p->arena, p->params, param);
}

static void add_entry(Program *p, const char *name, Graph *g)
{
    Entry e = {.name = name, .kind = ENTRY_FUNC, .graph = g};
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if (n->op == OP_param)
            add_param(p, n->attr.text, n);
        if (n->op != OP_input)
            continue;
        bool known = false;
        for (int k = 0; k < e.inputs.n; k++)
            known |= same_name(e.inputs.at[k].name, n->attr.text);
        Port port = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        if (!known)
            PUSH(p->arena, e.inputs, port);
    }
    for (int i = 0; i < g->outs.n; i++)
        if (g->outs.at[i].store)
            add_param(p, g->outs.at[i].name, g->outs.at[i].node);
    PUSH(p->arena, p->entries, e);
}

/* Every third graph is two functions: all of it, and every other out of it. */
static Program *make_program(Job *job, Graph *g, uint64_t seed)
{
    Program *p = NEW(job->arena, Program);
    p->arena = job->arena;
    p->name = arena_format(job->arena, "g%d", job->n);
    p->script = p->path = "random.lua";
    p->real = real_of(g);
    add_entry(p, "run", g);
    if (seed % 3 != 0 || job->asked->keep >= 0)
        return p;
    ARRAY(Out) some = {0};
    for (int i = 0; i < g->outs.n; i += 2)
        PUSH(job->arena, some, g->outs.at[i]);
    add_entry(p, "again", graph_extract(g, "again", some.n, some.at, BOTH_MODES));
    return p;
}

/* ---- what the evaluator says ---- */

static Scalar *first_value(const State *s, const Node *leaf)
{
    int64_t n = shape_size(&leaf->shape);
    Scalar *out = NEW_N(s->program->arena, Scalar, n);
    const Ring *ring = is_float(leaf->dtype) ? s->env.ring : &ring_i32;
    for (int64_t i = 0; i < n; i++)
        out[i] = ring->number(value_of(s->asked, leaf, s->seed, i));
    return out;
}

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    State *s = context;
    if (leaf->op == OP_input)
        return first_value(s, leaf);
    if (leaf->op == OP_param)
        return s->param[find_param(s->program, leaf->attr.text)];
    return NULL;
}

static const Node *find_leaf(const Graph *g, const char *name)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if ((n->op == OP_input || n->op == OP_param) && same_name(n->attr.text, name))
            return n;
    }
    return NULL;
}

static State *state_new(const Asked *asked, Program *p, const Graph *g, uint64_t seed)
{
    State *s = NEW(p->arena, State);
    s->env.ring = p->real == F64 ? &ring_f64 : &ring_f32;
    s->env.leaf = leaf_value;
    s->env.context = s;
    s->env.seed = seed;
    s->env.step = STEP;
    s->asked = asked;
    s->program = p;
    s->graph = g;
    s->seed = seed;
    s->least = least_printed(asked);
    s->param = NEW_N(p->arena, Scalar *, p->params.n + 1);
    return s;
}

/* Is this parameter given its first value before function `entry` is called? */
static bool is_filled(const Program *p, int param, int entry)
{
    return entry == 0 || p->params.at[param].dtype == I32;
}

static void expect_entry(Text *t, State *s, int entry)
{
    const Program *p = s->program;
    const Graph *g = p->entries.at[entry].graph;
    for (int i = 0; i < p->params.n; i++) {
        const Node *leaf = find_leaf(s->graph, p->params.at[i].name);
        if (leaf && is_filled(p, i, entry))
            s->param[i] = first_value(s, leaf);
    }
    Scalar **value = eval_graph(p->arena, g, &s->env);
    for (int i = 0; i < g->outs.n; i++) {
        const Out *o = &g->outs.at[i];
        const Ring *r = is_float(o->node->dtype) ? s->env.ring : &ring_i32;
        for (int64_t k = 0; k < shape_size(&o->node->shape); k++) {
            double v = r->value(value[o->node->id][k]);
            v = fabs(v) < s->least ? 0 : v;
            text_add(t, isnan(v) ? "nan\n" : "%a\n", v);
        }
    }
    for (int i = 0; i < g->outs.n; i++)
        if (g->outs.at[i].store)
            s->param[find_param(p, g->outs.at[i].name)] = value[g->outs.at[i].node->id];
}

/* ---- the code that runs the program ---- */

static const char *c_name(Dtype d)
{
    static const char *const name[] = {"float", "double", "int32_t", "bool"};
    return name[d];
}

static const char *tensor_at(const Program *p, int i)
{
    return arena_format(p->arena, "((char *)&net + %s_tensors[%d].offset)", p->name, i);
}

/* Code that fills `to`, an array of any extents, with the leaf's first values. */
static void print_fill(Job *job, const Node *leaf, const char *to, uint64_t seed)
{
    if (!leaf)
        return; /* nothing reads it */
    int64_t n = shape_size(&leaf->shape);
    for (int64_t i = 0; i < n; i++)
        text_add(&job->values, "%a\n", value_of(job->asked, leaf, seed, i));
    text_line(&job->runs, "for (int i = 0; i < %lld; i++) ((%s *)%s)[i] = (%s)next();",
              (long long)n, c_name(leaf->dtype), to, c_name(leaf->dtype));
}

static void print_show(Text *t, const Node *n, const char *from)
{
    text_line(t, "for (int i = 0; i < %lld; i++) show((double)((%s *)%s)[i]);",
              (long long)shape_size(&n->shape), c_name(n->dtype), from);
}

static void print_call(Job *job, const Program *p, const Entry *e, const Graph *g,
                       uint64_t seed)
{
    Text *t = &job->runs;
    const char *args = "";
    text_line(t, "{");
    for (int i = 0; i < e->inputs.n; i++) {
        const Port *q = &e->inputs.at[i];
        const char *name = arena_format(p->arena, "in%d", i), *type = c_name(q->dtype);
        const char *star = q->shape.rank ? "" : arena_format(p->arena, "*(%s *)", type);
        text_line(t, "static %s %s[%lld];", type, name,
                  (long long)shape_size(&q->shape));
        print_fill(job, find_leaf(g, q->name), name, seed);
        args = arena_format(p->arena, "%s, %s(void *)%s", args, star, name);
    }
    int outs = 0;
    for (int i = 0; i < e->graph->outs.n; i++) {
        const Node *n = e->graph->outs.at[i].node;
        if (e->graph->outs.at[i].store)
            continue;
        text_line(t, "static %s out%d[%lld];", c_name(n->dtype), outs,
                  (long long)shape_size(&n->shape));
        text_line(t, "memset(out%d, 0xff, sizeof out%d);", outs, outs);
        args = arena_format(p->arena, "%s, (void *)out%d", args, outs++);
    }
    text_line(t, "%s_%s(&net%s);", p->name, e->name, args);
    outs = 0;
    for (int i = 0; i < e->graph->outs.n; i++) {
        const Out *o = &e->graph->outs.at[i];
        print_show(t, o->node,
                   o->store ? tensor_at(p, find_param(p, o->name))
                            : arena_format(p->arena, "out%d", outs));
        outs += !o->store;
    }
    text_line(t, "}");
}

static void print_run(Job *job, const Program *p, const Graph *g, uint64_t seed,
                      const char *title)
{
    Text *t = &job->runs;
    text_line(t, "AS_IT_IS static void run_%s(void) {", p->name);
    text_line(t, "static G%s net;", p->name + 1);
    text_line(t, "memset(&net, 0xff, sizeof net);");
    text_line(t, "net.seed = %lluu; net.step = %d;", (unsigned long long)seed, STEP);
    text_line(t, "puts(\"graph %s\");", title);
    for (int e = 0; e < p->entries.n; e++) {
        for (int i = 0; i < p->params.n; i++)
            if (is_filled(p, i, e))
                print_fill(job, find_leaf(g, p->params.at[i].name), tensor_at(p, i),
                           seed);
        print_call(job, p, &p->entries.at[e], g, seed);
    }
    text_line(t, "}");
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

/* ---- the whole file ---- */

static Graph *all_of(Graph *g)
{
    return graph_extract(g, "first", g->outs.n, g->outs.at, BOTH_MODES);
}

/* The twin, and g with its outs in the same order. */
static Graph *twin_of(const Job *job, Graph *g, uint64_t seed)
{
    Graph *scaled = seed ? random_graph_scaled(job->arena, seed, 2) : g;
    Graph *twin = random_twin(reduced(job->arena, scaled, job->asked), seed);
    for (int i = 0, k = g->outs.n - 1; i < k; i++, k--) {
        Out out = g->outs.at[i];
        g->outs.at[i] = g->outs.at[k];
        g->outs.at[k] = out;
    }
    return twin;
}

static void add_graph(Job *job, Graph *g, uint64_t seed, const char *title)
{
    g = reduced(job->arena, g, job->asked);
    if (job->asked->dump) {
        fputs(graph_dump(g), stdout);
        return;
    }
    Graph *run = job->asked->twin ? twin_of(job, g, seed) : g;
    Graph *first = all_of(g), *first_run = all_of(run);
    Program *p = make_program(job, run, seed);
    Program *meant = run == g ? p : make_program(job, g, seed);
    Pipeline pipeline = job->asked->pipeline;
    pipeline.uncached = seed % 3 == 0 ? 0 : UNCACHED;
    pipeline_run(&pipeline, p);
    State *s = state_new(job->asked, meant, first, seed);
    text_add(&job->expect, "graph %s\n", title);
    for (int i = 0; i < p->entries.n; i++)
        expect_entry(&job->expect, s, i);
    print_run(job, p, first_run, seed, title);
    text_line(&job->calls, "run_%s();", p->name);
    EmitOptions o = {.no_main = true, .pipeline = &pipeline};
    add_model(&job->code, emit_program(p, &o).source, p->name);
    job->n++;
}

/* Those of these numbers that there are. */
static void add_specials(Job *job, uint64_t from, uint64_t to)
{
    for (; from <= to && from < (uint64_t)special_count(); from++) {
        Graph *g = special_graph(job->arena, (int)from);
        if (g)
            add_graph(job, g, from, arena_format(job->arena, "%d", (int)from));
    }
}

static bool take(const char *word, const char *key, uint64_t *value)
{
    size_t n = strlen(key);
    if (strncmp(word, key, n) != 0)
        return false;
    *value = strtoull(word + n, NULL, 10);
    return true;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && same_name(text + n - m, end);
}

static void add_word(Job *job, const char *word)
{
    Asked *asked = job->asked;
    Pipeline *p = &asked->pipeline;
    uint64_t v;
    char *end;
    if (strncmp(word, "no-", 3) == 0 && pipeline_find(word + 3) >= 0) {
        p->off |= 1u << pipeline_find(word + 3);
    } else if (take(word, "limit=", &v)) {
        p->limit = (long)v;
    } else if (same_name(word, "naive")) {
        p->naive_plan = true;
    } else if (same_name(word, "threads")) {
        p->threads = true;
    } else if (take(word, "band=", &v)) {
        p->band = (long)v;
    } else if (take(word, "stack=", &v)) {
        p->stack = (int64_t)v;
    } else if (take(word, "order=", &v)) {
        p->shuffle = true;
        p->seed = v;
    } else if (take(word, "keep=", &v)) {
        asked->keep = (int)v;
    } else if (take(word, "cut=", &v) && asked->cuts < MOST_CUTS) {
        asked->cut[asked->cuts++] = (int)v;
    } else if (same_name(word, "twin")) {
        asked->twin = true;
    } else if (same_name(word, "special")) {
        asked->special = true;
    } else if (same_name(word, "dump")) {
        asked->dump = true;
    } else if (ends_with(word, ".graph")) {
        size_t n;
        const char *text = file_read(job->arena, word, 1 << 24, &n);
        add_graph(job, graph_parse(job->arena, text, word), 0, word);
    } else {
        uint64_t from = strtoull(word, &end, 10), to = from;
        if (end == word || (*end != '\0' && !take(end, "..", &to)))
            fail(EXIT_USAGE, "what is %s?", word);
        if (asked->special)
            add_specials(job, from, to);
        else
            for (; from <= to; from++)
                add_graph(job, random_graph(job->arena, from), from,
                          arena_format(job->arena, "%llu", (unsigned long long)from));
    }
}

int main(int argc, char **argv)
{
    if (argc < 4)
        fail(EXIT_USAGE, "usage: emit_random FILE.c FILE.expect [WORD...] "
                         "SEED | FROM..TO | FILE.graph ...");
    Arena *arena = arena_new();
    Asked asked = {{.arena = arena, .limit = -1, .cache = 2048, .to = stderr},
                   .keep = -1};
    Job job = {arena,           &asked,          text_new(arena), text_new(arena),
               text_new(arena), text_new(arena), text_new(arena), 0};
    text_add(&job.code, "#include <stdio.h>\n#include <stdlib.h>\n"
                        "#include <string.h>\n#include \"mfrt.h\"\n"
                        "static void show(double v);\n"
                        "static double next(void);\n");
    /* What calls and prints is not under test: no time goes into making it fast. */
    text_add(&job.code, "#ifdef __clang__\n"
                        "#define AS_IT_IS __attribute__((noinline, optnone))\n"
                        "#else\n"
                        "#define AS_IT_IS __attribute__((noinline, optimize(\"O0\")))\n"
                        "#endif\n");
    for (int i = 3; i < argc; i++)
        add_word(&job, argv[i]);
    if (!asked.dump) {
        const char *values = arena_format(arena, "%s.values", argv[1]);
        text_add(&job.code,
                 "%s\nstatic FILE *values;\n"
                 "int main(void) {\n"
                 "values = fopen(\"%s\", \"r\");\n"
                 "(void)next;\n"
                 "if (!values) return 2;\n"
                 "%sreturn 0; }\n"
                 "static void show(double v)\n"
                 "{ if (v != v) puts(\"nan\");\n"
                 "  else printf(\"%%a\\n\", v < %a && v > -%a ? 0 : v); }\n"
                 "static double next(void)\n"
                 "{ char line[64];\n"
                 "  if (!fgets(line, sizeof line, values)) exit(3);\n"
                 "  return strtod(line, NULL); }\n",
                 job.runs.at, values, job.calls.at, least_printed(&asked),
                 least_printed(&asked));
        file_write(arena, argv[1], job.code.at, job.code.n);
        file_write(arena, argv[2], job.expect.at, job.expect.n);
        file_write(arena, values, job.values.at, job.values.n);
    }
    arena_free(arena);
    return 0;
}

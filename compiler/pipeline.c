/*
 * pipeline.c - the table of passes and the walk over it.
 *
 * Every entry point's graph goes through the passes in this order; the checker
 * looks at the graph after each. The back end's steps follow, in the order in
 * which emit_program takes them.
 */
#include "pipeline.h"

#include <string.h>
#include <time.h>

static const Pass passes[] = {
    {"index", pass_index, "ids that are computed are brought into range"},
    {"phase", pass_phase, "products over windows that a stride has spread"},
    {"window", pass_window, "operands of windows are padded once"},
    {"fold", pass_fold, "algebra and arithmetic on constants"},
    {"cse", pass_cse, "equal nodes become one"},
    {"dce", pass_dce, "nodes that nothing needs go"},
    {"sink", pass_sink,
     "what is wider than what it is made of is made in a scan's turns"},
    {"column", pass_column, "narrow matrices of many rows are made by columns"},
    {"fuse", NULL, "element-wise chains live inside the kernels that use them"},
    {"merge", NULL, "kernels that go over the same rows become one"},
    {"band", NULL, "kernels of a chain do some rows at a time"},
    {"block", NULL, "short rows are done a block at a time"},
    {"pad", NULL, "rows of local arrays are whole vectors"},
    {"ahead", NULL, "what is not read as a stream is asked for one turn before"},
    {"tile", NULL, "large products go through the register tile"},
    {"inplace", NULL, "a result may take the place of an operand"},
};
enum { PASSES = sizeof passes / sizeof *passes };

static const char *const stages[] = {
    "graph", "index",  "phase", "window", "fold", "cse", "dce",
    "sink",  "column", "loops", "plan",   "c",    "all", "time",
};

const Pass *pipeline_passes(int *n)
{
    *n = PASSES;
    return passes;
}

int pipeline_find(const char *name)
{
    for (int i = 0; i < PASSES; i++)
        if (strcmp(passes[i].name, name) == 0)
            return i;
    return -1;
}

const char *const *pipeline_stages(int *n)
{
    *n = sizeof stages / sizeof *stages;
    return stages;
}

bool pipeline_wants(Pipeline *p, const char *pass)
{
    int i = pipeline_find(pass);
    if (i < 0)
        bug("pipeline: no pass %s", pass);
    if (p->off >> i & 1)
        return false;
    if (p->limit >= 0 && p->done >= p->limit)
        return false;
    p->done++;
    return true;
}

static bool has(const Names *names, const char *name)
{
    for (int i = 0; i < names->n; i++)
        if (strcmp(names->at[i], name) == 0)
            return true;
    return false;
}

bool pipeline_dumps(const Pipeline *p, const char *stage)
{
    return has(&p->dumps, stage) || has(&p->dumps, "all");
}

void pipeline_dump(const Pipeline *p, const char *stage, const char *entry,
                   const char *text)
{
    if (!pipeline_dumps(p, stage))
        return;
    /* A dump is an input of graph_parse: the headings are its comments. */
    fprintf(p->to, "# %s", stage);
    if (entry)
        fprintf(p->to, " of %s", entry);
    fprintf(p->to, "\n%s", text);
    size_t n = strlen(text);
    if (n && text[n - 1] != '\n')
        fputc('\n', p->to);
    fputc('\n', p->to);
}

double pipeline_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void pipeline_time(const Pipeline *p, const char *stage, double since)
{
    if (has(&p->dumps, "time"))
        fprintf(p->to, "# %-10s %8.3f ms\n", stage, 1e3 * (pipeline_clock() - since));
}

static void dump_graph(const Pipeline *p, const char *stage, const Entry *entry)
{
    if (pipeline_dumps(p, stage))
        pipeline_dump(p, stage, entry->name, graph_dump(entry->graph));
}

void pipeline_run(Pipeline *p, Program *program)
{
    for (int e = 0; e < program->entries.n; e++) {
        Entry *entry = &program->entries.at[e];
        graph_check(entry->graph, "script");
        dump_graph(p, "graph", entry);
    }
    for (int i = 0; i < PASSES; i++) {
        if (!passes[i].run)
            continue;
        double since = pipeline_clock();
        for (int e = 0; e < program->entries.n; e++) {
            Entry *entry = &program->entries.at[e];
            if (!pipeline_wants(p, passes[i].name))
                continue;
            passes[i].run(entry->graph);
            graph_check(entry->graph, passes[i].name);
            dump_graph(p, passes[i].name, entry);
        }
        pipeline_time(p, passes[i].name, since);
    }
}

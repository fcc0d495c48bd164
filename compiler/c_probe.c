/*
 * c_probe.c - what the reference evaluator says that the functions compute, for the
 * trainer's self-test: a few elements of each output, on inputs and parameters that
 * both can make from a seed (MfProbe, mfrt.h). Programs that would take long to
 * evaluate while they are compiled get none.
 */
#include "c_file.h"
#include "feed.h"

#include <math.h>

enum { PROBE_SEED = 7, MOST_WORK = 2000000, MOST_VALUES = 4 };

/* Elements of all nodes, and terms of the products: about what evaluation costs. */
static double graph_work(const Graph *g)
{
    double work = 0;
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        double size = (double)shape_size(&n->shape);
        work += size;
        for (int k = 0; k < n->n; k++)
            work += (double)shape_size(&n->arg[k]->shape);
        if (n->op == OP_contract) /* at most: every pair of elements */
            work += size * sqrt((double)shape_size(&n->arg[0]->shape) *
                                (double)shape_size(&n->arg[1]->shape) / size);
        if (n->op == OP_scan)
            work += graph_work(n->attr.body) * (double)n->attr.at[2];
    }
    return work;
}

/* The inputs as the trainer makes them. */
static void make_inputs(Feed *feed, const Entry *e)
{
    feed_entry(feed, e);
    feed->made_up = true;
    for (int p = 0; p < e->inputs.n; p++) {
        const Port *port = &e->inputs.at[p];
        int64_t n = shape_size(&port->shape);
        double below = port->limit > 0 ? (double)port->limit : 2;
        feed->input[p] = NEW_N(feed->arena, double, n);
        for (int64_t i = 0; i < n; i++) {
            double u = mf_uniform(PROBE_SEED, (uint64_t)p, 0, (uint64_t)i);
            feed->input[p][i] = is_float(port->dtype) ? 2 * u - 1 : floor(below * u);
        }
    }
}

/* One output: its first elements and the last, and how exact they should be. */
static void print_probe(CFile *f, Text *t, Text *rows, int number, int func, int output,
                        const Node *n, const Scalar *value, const Ring *ring)
{
    int64_t size = shape_size(&n->shape),
            count = size < MOST_VALUES ? size : MOST_VALUES;
    double largest = 0;
    for (int64_t i = 0; i < size; i++) {
        double v = fabs(ring->value(value[i]));
        largest = isfinite(v) && v > largest ? v : largest;
    }
    Text index = text_new(f->arena), values = text_new(f->arena);
    for (int64_t i = 0; i < count; i++) {
        int64_t at = i + 1 == count ? size - 1 : i;
        text_add(&index, "%s%lld", i ? ", " : "", (long long)at);
        text_add(&values, "%s%s", i ? ", " : "",
                 number_text(f->arena, ring->value(value[at]), false));
    }
    text_line(t, "static const long probe_at_%d[] = {%s};", number, index.at);
    text_line(t, "static const double probe_is_%d[] = {%s};", number, values.at);
    double tolerance = !is_float(n->dtype) ? 0
                       : n->dtype == F64   ? 1e-12 * (largest + 1e-3)
                                           : 1e-5 * (largest + 1e-3);
    text_line(rows, "{%d, %d, %du, %lld, probe_at_%d, probe_is_%d, %s},", func, output,
              PROBE_SEED, (long long)count, number, number,
              number_text(f->arena, tolerance, false));
}

int c_probes(CFile *f, Text *t)
{
    Program *p = f->program;
    Feed *feed = NULL;
    Text rows = text_new(f->arena), values = text_new(f->arena);
    rows.indent = 1;
    const Ring *ring = p->real == F64 ? &ring_f64 : &ring_f32;
    int n = 0, func = -1;
    double init = 0;
    for (int e = 0; e < p->entries.n; e++)
        if (p->entries.at[e].kind == ENTRY_INIT)
            init = graph_work(p->entries.at[e].graph);
    for (int e = 0; e < p->entries.n; e++) {
        const Entry *entry = &p->entries.at[e];
        if (entry->kind != ENTRY_FUNC)
            continue;
        func++;
        if (init + graph_work(entry->graph) > MOST_WORK)
            continue;
        if (!feed)
            feed = feed_new(f->arena, p, PROBE_SEED, ring);
        make_inputs(feed, entry);
        Scalar **value = feed_eval(f->arena, feed, ring, entry->graph);
        for (int k = 0; k < entry->graph->outs.n; k++)
            print_probe(f, &values, &rows, n++, func, k, entry->graph->outs.at[k].node,
                        value[k], ring);
    }
    if (n == 0)
        return 0;
    text_comment(t, "what the reference evaluator found, for self-test");
    text_format_off(t);
    text_add(t, "%s", values.at);
    text_line(t, "static const MfProbe probes[] = {");
    text_add(t, "%s", rows.at);
    text_line(t, "};");
    text_format_on(t);
    text_blank(t);
    return n;
}

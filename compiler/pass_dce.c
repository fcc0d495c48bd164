/*
 * pass_dce.c - drops what no out needs: nodes, stacked results of scans that
 * nobody gets, and operands of scans that no turn reads. Needs nothing; keeps
 * values and names; changes ids. It is the one pass that narrows a scan where it
 * stands, so the graph must be the pass's own (graph_extract made it).
 */
#include "decisions.h"
#include "graph.h"

static Node *keep(void *context, Node *n)
{
    (void)context;
    return n;
}

/* number[k] becomes result k's place among those that stay; carries do. */
static int count_results(Arena *scratch, const Graph *g, const Node *scan, int *number)
{
    int results = scan_results(scan), n = 0;
    bool *live =
        NEW_N(scratch, bool, g->nodes.n); /* a later scan may have dropped some */
    for (int i = 0; i < g->outs.n; i++)
        live[g->outs.at[i].node->id] = true;
    for (int i = g->nodes.n - 1; i > scan->id; i--)
        for (int k = 0; live[i] && k < g->nodes.at[i]->n; k++)
            live[g->nodes.at[i]->arg[k]->id] = true;
    for (int k = 0; k < results; k++)
        number[k] = k < scan->attr.at[0] ? 0 : -1;
    for (int i = scan->id + 1; i < g->nodes.n; i++)
        if (live[i] && g->nodes.at[i]->op == OP_get && g->nodes.at[i]->arg[0] == scan)
            number[g->nodes.at[i]->attr.at[0]] = 0;
    for (int k = 0; k < results; k++)
        if (number[k] == 0)
            number[k] = n++;
    return n;
}

/* The same for operands: carries stay, and one sequence, for its length. */
static int count_operands(const Graph *body, const Node *scan, int *number)
{
    int64_t carries = scan->attr.at[0];
    int n = 0;
    for (int k = 0; k < scan->n; k++)
        number[k] = k < carries ? 0 : -1;
    for (int i = 0; i < body->nodes.n; i++)
        if (slot_index(body->nodes.at[i]) >= 0)
            number[slot_index(body->nodes.at[i])] = 0;
    bool sequence = false;
    for (int64_t k = carries; k < carries + scan->attr.at[1]; k++)
        sequence = sequence || number[k] == 0;
    if (!sequence && scan->attr.at[1] > 0)
        number[carries] = 0;
    for (int k = 0; k < scan->n; k++)
        if (number[k] == 0)
            number[k] = n++;
    return n;
}

static void drop_operands(Graph *body, Node *scan)
{
    int *number = NEW_N(body->arena, int, scan->n);
    int n = count_operands(body, scan, number);
    int64_t first = scan->attr.at[0], last = first + scan->attr.at[1];
    for (int k = n; k < scan->n; k++)
        decided(D_dce_operand);
    for (int k = 0; k < scan->n; k++) {
        if (number[k] >= 0)
            scan->arg[number[k]] = scan->arg[k];
        else if (k >= first && k < last)
            scan->attr.at[1]--;
    }
    scan->n = n;
    for (int i = 0; i < body->nodes.n; i++) {
        Node *slot = body->nodes.at[i];
        int k = slot_index(slot);
        if (k < 0)
            continue;
        slot_number(slot, number[k]);
    }
}

static void prune_scan(Graph *g, Node *scan)
{
    Graph *body = scan->attr.body;
    Arena *scratch = arena_new();
    int *number = NEW_N(scratch, int, scan_results(scan));
    Out *outs = NEW_N(scratch, Out, scan_results(scan));
    int n = count_results(scratch, g, scan, number);
    for (int k = n; k < scan_results(scan); k++)
        decided(D_dce_result);
    for (int k = 0; k < scan_results(scan); k++)
        if (number[k] >= 0)
            outs[number[k]] = body->outs.at[k];
    for (int i = scan->id + 1; i < g->nodes.n; i++) {
        Node *get = g->nodes.at[i];
        if (get->op == OP_get && get->arg[0] == scan && number[get->attr.at[0]] >= 0)
            get->attr.at[0] = number[get->attr.at[0]];
    }
    scan->attr.body = graph_extract(body, body->name, n, outs, BOTH_MODES);
    pass_dce(scan->attr.body);
    drop_operands(scan->attr.body, scan);
    scan_shape(scan);
    arena_free(scratch);
}

void pass_dce(Graph *g)
{
    graph_rewrite(g, keep, NULL); /* what nobody needs gets nothing either */
    bool scans = false;
    for (int i = g->nodes.n - 1; i >= 0; i--)
        if (g->nodes.at[i]->op == OP_scan) {
            prune_scan(g, g->nodes.at[i]);
            scans = true;
        }
    if (scans)
        graph_rewrite(g, keep, NULL);
}

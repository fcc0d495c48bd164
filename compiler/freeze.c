/*
 * freeze.c - a program that only runs: its functions, with all tensors of the model as
 * constants. In the C these are const arrays, which small machines keep in flash; the
 * struct is left with work memory. What trains is dropped.
 */
#include "feed.h"

static Node *freeze_rule(void *context, Node *n)
{
    const Feed *feed = context;
    if (n->op != OP_param)
        return n;
    const Param *param = program_param(feed->program, n->attr.text);
    /* functions that read one tensor share its array */
    Attr attr = {.data = feed->param[param - feed->program->params.at]};
    Node *values = node_typed(n->graph, OP_const, n->dtype, n->shape, &attr);
    return node_named(values, n->name);
}

/* As the program will have them. */
static void round_values(const Feed *f)
{
    for (int i = 0; i < f->program->params.n; i++) {
        const Param *p = &f->program->params.at[i];
        for (int64_t k = 0; p->dtype == F32 && k < shape_size(&p->shape); k++)
            f->param[i][k] = (double)(float)f->param[i][k];
    }
}

void program_freeze(Program *p, Feed *feed)
{
    int n = 0;
    round_values(feed);
    for (int i = 0; i < p->entries.n; i++) {
        Entry *e = &p->entries.at[i];
        if (e->kind == ENTRY_INIT)
            e->graph->outs.n = 0; /* nothing is left to be set but the seed */
        else if (e->kind != ENTRY_FUNC)
            continue;
        graph_rewrite(e->graph, freeze_rule, feed);
        p->entries.at[n++] = *e;
    }
    if (n < 2)
        fail(EXIT_SCRIPT,
             "%s has no function to keep with these parameters: funcs = "
             "{ predict = mf.func { ... } }",
             p->script);
    p->entries.n = n;
    p->params.n = 0;
    p->trains.n = 0;
}

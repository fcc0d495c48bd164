/*
 * c_phase.c - where in a step of training the forward pass ends, where the loss is, and
 * where the backward pass begins: a comment before the call where it does.
 *
 * What the loss and the metrics need is forward, whatever it is made of. The rest is
 * there for the update; of that, what depends on a gradient is backward. Rates of
 * optimisers and running statistics are neither, and stand wherever there is room.
 */
#include "c_file.h"

#include <string.h>

typedef enum Part { FORWARD = 1, LOSS = 2, METRIC = 4, BACKWARD = 8 } Part;

void c_phases(CFile *f)
{
    const Routine *r = f->routine[f->current];
    const Graph *g = r->graph;
    f->part = NULL;
    f->phase = 0;
    if (r->entry->kind != ENTRY_STEP)
        return;
    f->part = NEW_N(f->arena, unsigned, g->nodes.n + 1);
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        bool after = n->grad_of != NULL;
        for (int k = 0; k < n->n && !after; k++)
            after = f->part[n->arg[k]->id] == BACKWARD;
        f->part[i] = after ? BACKWARD : 0;
    }
    bool loss = true;
    for (int i = 0; i < g->outs.n; i++) {
        const Out *out = &g->outs.at[i];
        if (out->store)
            continue;
        f->part[out->node->id] = loss ? LOSS : METRIC;
        loss = false;
    }
    for (int i = g->nodes.n - 1; i >= 0; i--) {
        const Node *n = g->nodes.at[i];
        bool forward = (f->part[i] & (FORWARD | LOSS | METRIC)) != 0;
        for (int k = 0; forward && k < n->n; k++) {
            unsigned *part = &f->part[n->arg[k]->id];
            if (*part != LOSS && *part != METRIC)
                *part = FORWARD;
        }
    }
}

/* The parts that the call belongs to. */
static unsigned parts_of(const CFile *f, const Call *c)
{
    const Graph *g = f->routine[f->current]->graph;
    if (!c->kernel)
        return c->node && c->node->graph == g ? f->part[c->node->id] : 0;
    unsigned parts = 0;
    for (int i = 0; i < c->kernel->formulas.n; i++) {
        const Node *n = c->kernel->formulas.at[i].node;
        parts |= n->graph == g ? f->part[n->id] : 0;
    }
    return parts;
}

void c_phase(CFile *f, Text *t, const Call *c)
{
    unsigned parts = f->part ? parts_of(f, c) : 0;
    if (parts == 0 || parts == f->phase)
        return;
    bool back = (parts & BACKWARD) != 0;
    unsigned ahead = parts & ~(unsigned)BACKWARD;
    const char *text = ahead & LOSS     ? "the loss"
                       : ahead & METRIC ? "metrics"
                                        : "forward";
    if (back && ahead)
        text = ahead & LOSS ? "the loss and its gradient" : "forward and backward";
    else if (back)
        text = "backward, and the update of what is done";
    text_comment(t, text);
    f->phase = parts;
}

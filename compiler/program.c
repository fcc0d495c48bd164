/*
 * program.c - what follows from a program: its tensors by name, and the number by
 * which a checkpoint knows it again.
 */
#include "program.h"

#include <string.h>

Param *program_param(Program *p, const char *name)
{
    for (int i = 0; i < p->params.n; i++)
        if (strcmp(p->params.at[i].name, name) == 0)
            return &p->params.at[i];
    return NULL;
}

static uint64_t hash_number(uint64_t h, int64_t n)
{
    return hash_bytes(h, &n, sizeof n);
}

static uint64_t hash_type(uint64_t h, Dtype dtype, const Shape *shape)
{
    h = hash_text(h, dtype_name(dtype));
    h = hash_number(h, shape->rank);
    for (int d = 0; d < shape->rank; d++)
        h = hash_number(h, shape->dim[d]);
    return h;
}

static uint64_t hash_graph(uint64_t h, const Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        h = hash_text(h, op_info(n->op)->name);
        h = hash_type(h, n->dtype, &n->shape);
        for (int k = 0; k < n->attr.n; k++)
            h = hash_number(h, n->attr.at[k]);
        h = hash_bytes(h, &n->attr.num, sizeof n->attr.num);
        h = hash_text(h, n->attr.text ? n->attr.text : "");
        if (n->attr.data)
            h = hash_bytes(h, n->attr.data,
                           (size_t)shape_size(&n->shape) * sizeof *n->attr.data);
        if (n->attr.body)
            h = hash_graph(h, n->attr.body);
        for (int a = 0; a < n->n; a++)
            h = hash_number(h, n->arg[a]->id);
    }
    for (int i = 0; i < g->outs.n; i++) {
        h = hash_text(h, g->outs.at[i].name ? g->outs.at[i].name : "");
        h = hash_number(h, g->outs.at[i].store);
        h = hash_number(h, g->outs.at[i].node->id);
    }
    return h;
}

uint64_t program_hash(const Program *p)
{
    uint64_t h = hash_text(1, p->name);
    for (int i = 0; i < p->params.n; i++) {
        h = hash_text(h, p->params.at[i].name);
        h = hash_type(h, p->params.at[i].dtype, &p->params.at[i].shape);
    }
    for (int i = 0; i < p->entries.n; i++)
        h = hash_graph(hash_text(h, p->entries.at[i].name), p->entries.at[i].graph);
    return h;
}

/*
 * picture.c - boxes for nodes and for kernels.
 */
#include "picture.h"

#include <string.h>

/* ---- what a box says ---- */

static int file_number(Picture *p, const char *file)
{
    for (int i = 0; i < p->files->n; i++)
        if (strcmp(p->files->at[i], file) == 0)
            return i;
    PUSH(p->d.arena, *p->files, file);
    return p->files->n - 1;
}

/* "  boston.lua:14" */
static const char *line_of(Picture *p, Where where)
{
    if (!where.file)
        return "";
    const char *slash = strrchr(where.file, '/');
    return arena_format(p->d.arena, "  %s:%d", slash ? slash + 1 : where.file,
                        where.line);
}

static const char *line_data(Picture *p, Where where)
{
    if (!where.file)
        return "";
    return arena_format(p->d.arena, "data-line=\"%d:%d\" ", file_number(p, where.file),
                        where.line);
}

static const char *costs_data(Picture *p, double flops, double bytes)
{
    return arena_format(p->d.arena, "data-flops=\"%.6g\" data-bytes=\"%.6g\"", flops,
                        bytes);
}

/* ---- nodes ---- */

static int64_t node_bytes(const Node *n)
{
    int64_t size = n->dtype == F64 ? 8 : n->dtype == BOOL ? 1 : 4;
    return size_mul(shape_size(&n->shape), size);
}

/* Two for each multiplication and addition of a product: for each letter an extent. */
static double contract_flops(const Node *n)
{
    const char *text = n->attr.text;
    double product = 2;
    int operand = 0, axis = 0;
    for (const char *at = text; *at && *at != '-'; at++) {
        if (*at == ',') {
            operand++;
            axis = 0;
            continue;
        }
        double extent = (double)n->arg[operand]->shape.dim[axis++];
        bool seen = memchr(text, *at, (size_t)(at - text)) != NULL;
        product *= seen ? 1 : extent;
    }
    return product;
}

static double node_flops(const Node *n)
{
    if (n->op == OP_contract)
        return contract_flops(n);
    double sum = 0;
    if (is_scalar_op(n->op))
        return (double)shape_size(&n->shape);
    if (n->op == OP_scan) {
        for (int i = 0; i < n->attr.body->nodes.n; i++)
            sum += node_flops(n->attr.body->nodes.at[i]);
        return sum * (double)n->attr.at[2];
    }
    for (int i = 0; !is_leaf(n) && !is_view(n) && n->op != OP_get && i < n->n; i++)
        sum += (double)shape_size(&n->arg[i]->shape);
    return sum;
}

/* Copies of a value, axes of 1 that come or go, and plain numbers are not worth a
 * box: users see through the first, and the last say nothing. */
static const Node *seen(const Node *n)
{
    while (!n->name && (n->op == OP_broadcast || n->op == OP_stop || n->op == OP_cast ||
                        (n->op == OP_reshape && reshape_is_affine(n))))
        n = n->arg[0];
    return n;
}

static bool is_hidden(const Node *n)
{
    return seen(n) != n || (n->op == OP_full && !n->name);
}

static BoxStyle style_of(const Node *n)
{
    if (n->op == OP_param)
        return BOX_PARAM;
    if (is_leaf(n))
        return BOX_DATA;
    return n->grad_of ? BOX_GRAD : BOX_OP;
}

static const char *title_of(Picture *p, const Node *n)
{
    const char *op = op_info(n->op)->name;
    if (n->op == OP_input || n->op == OP_param)
        return n->attr.text;
    if (n->op == OP_contract)
        op = arena_format(p->d.arena, "contract %s", n->attr.text);
    if (n->op == OP_get)
        op = arena_format(p->d.arena, "result %d", (int)n->attr.at[0] + 1);
    const char *word = n->name ? n->name : n->label;
    if (word)
        return arena_format(p->d.arena, "%s = %s", word, op);
    return op;
}

static void add_node(Picture *p, const Node *n)
{
    const char *note =
        arena_format(p->d.arena, "%s%s", type_text(n), line_of(p, n->where));
    int box = drawing_box(&p->d, style_of(n), title_of(p, n), note);
    p->d.boxes.at[box].data =
        arena_format(p->d.arena, "%s%s", line_data(p, n->where),
                     costs_data(p, node_flops(n), (double)node_bytes(n)));
    p->box[n->id] = box;
    for (int i = 0; i < n->n; i++) {
        const Node *from = seen(n->arg[i]);
        if (p->box[from->id] >= 0)
            drawing_arrow(&p->d, p->box[from->id], box);
    }
}

static void mark_needed(bool *needed, const Graph *g)
{
    for (int i = g->nodes.n - 1; i >= 0; i--)
        if (needed[i])
            for (int k = 0; k < g->nodes.at[i]->n; k++)
                needed[g->nodes.at[i]->arg[k]->id] = true;
}

static int *no_boxes(Arena *arena, int n)
{
    int *box = NEW_N(arena, int, n > 0 ? n : 1);
    for (int i = 0; i < n; i++)
        box[i] = -1;
    return box;
}

void picture_nodes(Picture *p, const Graph *g, Nodes which)
{
    bool *needed = NEW_N(p->d.arena, bool, g->nodes.n + 1);
    for (int i = 0; i < g->outs.n; i++)
        if (which == EVERYTHING || !g->outs.at[i].store)
            needed[g->outs.at[i].node->id] = true;
    mark_needed(needed, g);
    p->box = no_boxes(p->d.arena, g->nodes.n);
    for (int i = 0; i < g->nodes.n; i++)
        if (needed[i] && !is_hidden(g->nodes.at[i]))
            add_node(p, g->nodes.at[i]);
    for (int i = 0; i < g->outs.n; i++) {
        const Out *out = &g->outs.at[i];
        const Node *from = seen(out->node);
        if ((out->store && which == NODES_OF_RESULTS) || p->box[from->id] < 0)
            continue;
        int box =
            drawing_box(&p->d, BOX_OUT, out->name, out->store ? "stored" : "result");
        p->d.boxes.at[box].data = line_data(p, out->node->where);
        drawing_arrow(&p->d, p->box[from->id], box);
    }
}

/* ---- kernels ---- */

/* The line that made it: of a parameter, of an input, else of the kernel that writes.
 */
static Where where_of(const Picture *p, const Routine *r, const Buffer *b,
                      const Kernel *writer)
{
    const Entry *e = r->entry;
    for (int i = 0; b->kind == B_PARAM && i < p->program->params.n; i++)
        if (strcmp(p->program->params.at[i].name, b->name) == 0)
            return p->program->params.at[i].where;
    for (int i = 0; b->kind == B_INPUT && i < e->inputs.n; i++)
        if (strcmp(e->inputs.at[i].name, b->name) == 0)
            return e->inputs.at[i].where;
    return writer ? writer->where : (Where){0};
}

/* `writer`: the kernel that makes the value, or NULL for what is there before. */
static int buffer_box(Picture *p, const Routine *r, const Buffer *b,
                      const Kernel *writer)
{
    if (p->box[b->id] >= 0)
        return p->box[b->id];
    BoxStyle style = b->kind == B_PARAM    ? BOX_PARAM
                     : b->kind == B_OUTPUT ? BOX_OUT
                                           : BOX_DATA;
    const char *note = arena_format(p->d.arena, "%s%s", dtype_name(b->dtype),
                                    shape_text(p->d.arena, &b->shape));
    if (b->kind == B_WORK)
        note = arena_format(p->d.arena, "%s, %lld bytes at %lld", note,
                            (long long)buffer_bytes(b), (long long)b->offset);
    int box = drawing_box(&p->d, style, b->name ? b->name : "", note);
    p->d.boxes.at[box].data =
        arena_format(p->d.arena, "%s%s", line_data(p, where_of(p, r, b, writer)),
                     costs_data(p, 0, (double)buffer_bytes(b)));
    return p->box[b->id] = box;
}

static int kernel_box(Picture *p, const Cost *cost)
{
    Arena *a = p->d.arena;
    const Kernel *k = cost->kernel, *same = k->same ? k->same : k;
    const Node *node = cost->call->node;
    const char *title = k->formula ? k->formula : k->name;
    if (same->id)
        title = arena_format(a, "%d  %s", same->number, title);
    const char *note =
        arena_format(a, "%s  %s%s", amount_text(a, cost->flops, "FLOP"),
                     amount_text(a, cost->bytes, "B"), line_of(p, k->where));
    if (cost->seconds > 0)
        note = arena_format(a, "%s  %s", amount_text(a, cost->seconds, "s"), note);
    int box =
        drawing_box(&p->d, node && node->grad_of ? BOX_GRAD : BOX_OP, title, note);
    const char *data = arena_format(a, "%s%s", line_data(p, k->where),
                                    costs_data(p, cost->flops, cost->bytes));
    if (p->times)
        data = arena_format(a, "%s data-seconds=\"%.6g\"", data, cost->seconds);
    if (same->id)
        data = arena_format(a, "%s data-kernel=\"%s\"", data, same->id);
    p->d.boxes.at[box].data = data;
    return box;
}

/* A written array is a new value: it gets a box of its own, so that arrows go
 * forward only. In the picture of kernels work arrays have no boxes, their kernels do.
 */
static void draw_call(Picture *p, const Routine *r, const Cost *cost, Boxes boxes)
{
    const Call *c = cost->call;
    int box = kernel_box(p, cost);
    for (int i = 0; i < c->reads.n; i++)
        if (c->reads.at[i]->kind != B_CONST && c->reads.at[i]->kind != B_COUNTER)
            drawing_arrow(&p->d, buffer_box(p, r, c->reads.at[i], NULL), box);
    for (int w = 0; w < c->writes.n; w++) {
        Buffer *b = c->writes.at[w];
        if (boxes == KERNELS && b->kind == B_WORK) {
            p->box[b->id] = box;
            continue;
        }
        p->box[b->id] = -1;
        drawing_arrow(&p->d, box, buffer_box(p, r, b, cost->kernel));
    }
}

static int most_id(const Costs *costs)
{
    int most = 0;
    for (int i = 0; i < costs->n; i++) {
        const Call *c = costs->at[i].call;
        for (int r = 0; r < c->reads.n; r++)
            most = c->reads.at[r]->id > most ? c->reads.at[r]->id : most;
        for (int w = 0; w < c->writes.n; w++)
            most = c->writes.at[w]->id > most ? c->writes.at[w]->id : most;
    }
    return most;
}

void picture_calls(Picture *p, const Routine *r, Boxes boxes)
{
    Costs costs = costs_of(p->d.arena, r, p->times);
    p->box = no_boxes(p->d.arena, most_id(&costs) + 1);
    for (int i = 0; i < costs.n; i++)
        draw_call(p, r, &costs.at[i], boxes);
}

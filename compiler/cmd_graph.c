/*
 * cmd_graph.c - mfc graph: the program's main entry (the training step where there
 * is one) as a drawing, at one of four stages:
 *
 *     model   what the script says, forward
 *     grad    all of it: gradients and updates too, as the script makes it
 *     fused   after the passes: a box is a kernel
 *     loops   the same with the arrays between the kernels, where the plan puts them
 */
#include "cmd.h"
#include "draw.h"
#include "emit.h"

#include <string.h>

typedef struct Picture {
    Cmd *cmd;
    Drawing *d;
    int *box; /* of a node or of a buffer, by id; -1: none */
} Picture;

static const char *line_of(Cmd *cmd, Where where)
{
    if (!where.file)
        return "";
    return arena_format(cmd->arena, "  %s:%d", where.file, where.line);
}

/* ---- nodes ---- */

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
        op = arena_format(p->cmd->arena, "contract %s", n->attr.text);
    if (n->op == OP_get)
        op = arena_format(p->cmd->arena, "result %d", (int)n->attr.at[0] + 1);
    if (n->name)
        return arena_format(p->cmd->arena, "%s = %s", n->name, op);
    return op;
}

static void add_node(Picture *p, const Node *n)
{
    const char *note =
        arena_format(p->cmd->arena, "%s%s", type_text(n), line_of(p->cmd, n->where));
    p->box[n->id] = drawing_box(p->d, style_of(n), title_of(p, n), note);
    for (int i = 0; i < n->n; i++) {
        const Node *from = seen(n->arg[i]);
        if (p->box[from->id] >= 0)
            drawing_arrow(p->d, p->box[from->id], p->box[n->id]);
    }
}

static void mark_needed(bool *needed, const Graph *g)
{
    for (int i = g->nodes.n - 1; i >= 0; i--)
        if (needed[i])
            for (int k = 0; k < g->nodes.at[i]->n; k++)
                needed[g->nodes.at[i]->arg[k]->id] = true;
}

static int *no_boxes(Cmd *cmd, int n)
{
    int *box = NEW_N(cmd->arena, int, n > 0 ? n : 1);
    for (int i = 0; i < n; i++)
        box[i] = -1;
    return box;
}

/* The nodes that the results need, and with `everything` the stores too. */
static void draw_nodes(Picture *p, const Graph *g, bool everything)
{
    bool *needed = NEW_N(p->cmd->arena, bool, g->nodes.n + 1);
    for (int i = 0; i < g->outs.n; i++)
        if (everything || !g->outs.at[i].store)
            needed[g->outs.at[i].node->id] = true;
    mark_needed(needed, g);
    p->box = no_boxes(p->cmd, g->nodes.n);
    for (int i = 0; i < g->nodes.n; i++)
        if (needed[i] && !is_hidden(g->nodes.at[i]))
            add_node(p, g->nodes.at[i]);
    for (int i = 0; i < g->outs.n; i++) {
        const Out *out = &g->outs.at[i];
        const Node *from = seen(out->node);
        if ((out->store && !everything) || p->box[from->id] < 0)
            continue;
        int box =
            drawing_box(p->d, BOX_OUT, out->name, out->store ? "stored" : "result");
        drawing_arrow(p->d, p->box[from->id], box);
    }
}

/* ---- kernels ---- */

static int buffer_box(Picture *p, const Buffer *b)
{
    if (p->box[b->id] >= 0)
        return p->box[b->id];
    BoxStyle style = b->kind == B_PARAM    ? BOX_PARAM
                     : b->kind == B_OUTPUT ? BOX_OUT
                                           : BOX_DATA;
    const char *note = arena_format(p->cmd->arena, "%s%s", dtype_name(b->dtype),
                                    shape_text(p->cmd->arena, &b->shape));
    if (b->kind == B_WORK)
        note = arena_format(p->cmd->arena, "%s, %lld bytes at %lld", note,
                            (long long)buffer_bytes(b), (long long)b->offset);
    p->box[b->id] = drawing_box(p->d, style, b->name ? b->name : "", note);
    return p->box[b->id];
}

static const char *kernel_note(Picture *p, const Kernel *k)
{
    return arena_format(p->cmd->arena, "%.0f FLOPs, %.0f bytes%s", kernel_flops(k),
                        kernel_bytes(k), line_of(p->cmd, k->where));
}

/* A written array is a new value: it gets a box of its own, so that arrows go
 * forward only. In the fused picture work arrays have no boxes, their kernels do. */
static void draw_calls(Picture *p, const Calls *calls, bool arrays)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel) {
            draw_calls(p, &c->body, arrays);
            continue;
        }
        const Kernel *k = c->kernel;
        BoxStyle style = c->node && c->node->grad_of ? BOX_GRAD : BOX_OP;
        int box = drawing_box(p->d, style, k->formula ? k->formula : k->name,
                              kernel_note(p, k));
        for (int r = 0; r < c->reads.n; r++)
            if (c->reads.at[r]->kind != B_CONST && c->reads.at[r]->kind != B_COUNTER)
                drawing_arrow(p->d, buffer_box(p, c->reads.at[r]), box);
        for (int w = 0; w < c->writes.n; w++) {
            Buffer *b = c->writes.at[w];
            if (!arrays && b->kind == B_WORK) {
                p->box[b->id] = box;
                continue;
            }
            p->box[b->id] = -1;
            drawing_arrow(p->d, box, buffer_box(p, b));
        }
    }
}

static int most_id(const Calls *calls, int most)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        for (int r = 0; r < c->reads.n; r++)
            most = c->reads.at[r]->id > most ? c->reads.at[r]->id : most;
        for (int w = 0; w < c->writes.n; w++)
            most = c->writes.at[w]->id > most ? c->writes.at[w]->id : most;
        most = most_id(&c->body, most);
    }
    return most;
}

static void draw_routine(Picture *p, Program *program, const Entry *entry, bool arrays)
{
    pipeline_run(&p->cmd->pipeline, program);
    Routine **routine = backend_run(program, param_buffers(program), &p->cmd->pipeline);
    const Routine *r = routine[entry - program->entries.at];
    p->box = no_boxes(p->cmd, most_id(&r->calls, 0) + 1);
    draw_calls(p, &r->calls, arrays);
}

/* ---- the command ---- */

static const char *const stages[] = {"model", "grad", "fused", "loops"};
enum { MODEL, GRAD, FUSED, LOOPS, STAGES };

static int stage_number(const char *name)
{
    for (int i = 0; name && i < STAGES; i++)
        if (strcmp(stages[i], name) == 0)
            return i;
    if (!name)
        return MODEL;
    const char *near = nearest_name(name, STAGES, stages);
    if (near)
        fail(EXIT_USAGE, "unknown stage %s: did you mean %s?", name, near);
    fail(EXIT_USAGE, "unknown stage %s: it is model, grad, fused or loops", name);
}

bool path_ends(const char *path, const char *end)
{
    size_t n = strlen(path), m = strlen(end);
    return n >= m && strcmp(path + n - m, end) == 0;
}

typedef const char *Format(const Drawing *d);

/* By the file's name; DOT for stdout. */
static Format *format_of(const char *out)
{
    if (!out || strcmp(out, "-") == 0 || path_ends(out, ".dot") ||
        path_ends(out, ".gv"))
        return drawing_dot;
    if (path_ends(out, ".svg"))
        return drawing_svg;
    if (path_ends(out, ".html"))
        return drawing_html;
    fail(EXIT_USAGE,
         "graph writes .dot, .svg or .html, not %s: dot -Tpng makes pictures of the "
         "first",
         out);
}

int cmd_graph(Cmd *cmd)
{
    int stage = stage_number(cmd->stage);
    Format *format = format_of(cmd->out);
    Program *program = cmd_program(cmd);
    const Entry *entry = cmd_main_entry(program);
    if (!entry)
        fail(EXIT_SCRIPT, "graph: %s has neither mf.train nor mf.func",
             program->script);
    Drawing d = {.arena = cmd->arena};
    d.title = arena_format(cmd->arena, "%s of %s: %s", entry->name, program->name,
                           stages[stage]);
    Picture p = {.cmd = cmd, .d = &d};
    if (stage == MODEL || stage == GRAD)
        draw_nodes(&p, entry->graph, stage == GRAD);
    else
        draw_routine(&p, program, entry, stage == LOOPS);
    const char *text = format(&d);
    file_write(cmd->arena, cmd->out ? cmd->out : "-", text, strlen(text));
    return 0;
}

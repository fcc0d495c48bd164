/*
 * cmd_graph.c - mfc graph: the program's main entry (the training step where there
 * is one) as a drawing, at one of four stages:
 *
 *     model   what the script says, forward
 *     grad    all of it: gradients and updates too, as the script makes it
 *     fused   after the passes: a box is a kernel
 *     loops   the same with the arrays between the kernels, where the plan puts them
 *
 * A page has all stages of all trainings (of all functions where there is none).
 */
#include "cmd.h"
#include "graph_page.h"

#include <string.h>

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

typedef enum Format { FORMAT_DOT, FORMAT_SVG, FORMAT_HTML } Format;

/* By the file's name; DOT for stdout. */
static Format format_of(const char *out)
{
    if (!out || strcmp(out, "-") == 0 || path_ends(out, ".dot") ||
        path_ends(out, ".gv"))
        return FORMAT_DOT;
    if (path_ends(out, ".svg"))
        return FORMAT_SVG;
    if (path_ends(out, ".html"))
        return FORMAT_HTML;
    fail(EXIT_USAGE,
         "graph writes .dot, .svg or .html, not %s: dot -Tpng makes pictures of the "
         "first",
         out);
}

static Picture new_picture(Cmd *cmd, const Program *p, const Entry *e, int stage,
                           Files *files)
{
    Picture picture = {.d.arena = cmd->arena, .program = p, .files = files};
    picture.d.title =
        arena_format(cmd->arena, "%s of %s: %s", e->name, p->name, stages[stage]);
    return picture;
}

/* The nodes as they are now, before any pass. */
static Picture node_picture(Cmd *cmd, const Program *p, const Entry *e, int stage,
                            Files *files)
{
    Picture picture = new_picture(cmd, p, e, stage, files);
    picture_nodes(&picture, e->graph, stage == GRAD ? EVERYTHING : NODES_OF_RESULTS);
    return picture;
}

static Emitted emit_all(Cmd *cmd, Program *p)
{
    EmitOptions options = {.prefix = cmd->prefix, .pipeline = &cmd->pipeline};
    pipeline_run(&cmd->pipeline, p);
    return emit_program(p, &options);
}

static const char *one_drawing(Cmd *cmd, Program *p, const Entry *e, Format format)
{
    int stage = stage_number(cmd->stage);
    Files files = {0};
    Picture picture;
    if (stage == MODEL || stage == GRAD) {
        picture = node_picture(cmd, p, e, stage, &files);
    } else {
        Emitted emitted = emit_all(cmd, p);
        picture = new_picture(cmd, p, e, stage, &files);
        picture.times = times_read(cmd->arena, cmd->times, &emitted, p->entries.n);
        picture_calls(&picture, emitted.routine[e - p->entries.at],
                      stage == LOOPS ? ARRAYS : KERNELS);
    }
    return format == FORMAT_DOT ? drawing_dot(&picture.d) : drawing_svg(&picture.d);
}

/* Trainings; where there is none, functions. */
static bool is_shown(const Entry *e, const Entry *main)
{
    return e->kind == main->kind;
}

static const char *whole_page(Cmd *cmd, Program *p, const Entry *main)
{
    int n = p->entries.n;
    GraphPage page = {.arena = cmd->arena,
                      .program = p,
                      .first =
                          cmd->stage ? stages[stage_number(cmd->stage)] : stages[0]};
    Files files = {0};
    Picture(*pictures)[STAGES] = arena_alloc(cmd->arena, (size_t)n, sizeof *pictures);
    for (int i = 0; i < n; i++)
        for (int stage = MODEL; stage <= GRAD; stage++)
            if (is_shown(&p->entries.at[i], main))
                pictures[i][stage] =
                    node_picture(cmd, p, &p->entries.at[i], stage, &files);
    page.emitted = emit_all(cmd, p);
    page.times = times_read(cmd->arena, cmd->times, &page.emitted, n);
    for (int i = 0; i < n; i++)
        for (int stage = MODEL; stage < STAGES; stage++) {
            const Entry *e = &p->entries.at[i];
            Picture *picture = &pictures[i][stage];
            if (!is_shown(e, main) || (stage == GRAD && e->kind == ENTRY_FUNC))
                continue;
            if (stage >= FUSED) {
                *picture = new_picture(cmd, p, e, stage, &files);
                picture->times = page.times;
                picture_calls(picture, page.emitted.routine[i],
                              stage == LOOPS ? ARRAYS : KERNELS);
            }
            Stage shown = {e->name, stages[stage], &picture->d};
            PUSH(cmd->arena, page.stages, shown);
        }
    page.files = files;
    return graph_page(&page);
}

int cmd_graph(Cmd *cmd)
{
    Format format = format_of(cmd->out);
    stage_number(cmd->stage); /* mistakes first */
    Program *program = cmd_program(cmd);
    const Entry *entry = cmd_main_entry(program);
    if (!entry)
        fail(EXIT_SCRIPT, "graph: %s has neither mf.train nor mf.func",
             program->script);
    const char *text = format == FORMAT_HTML ? whole_page(cmd, program, entry)
                                             : one_drawing(cmd, program, entry, format);
    file_write(cmd->arena, cmd->out ? cmd->out : "-", text, strlen(text));
    return 0;
}

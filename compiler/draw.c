/*
 * draw.c - boxes and arrows as DOT text. draw_layout.c finds places for them, and
 * draw_svg.c draws them there.
 */
#include "draw.h"

int drawing_box(Drawing *d, BoxStyle style, const char *title, const char *note)
{
    Box box = {title, note, style, NULL};
    PUSH(d->arena, d->boxes, box);
    return d->boxes.n - 1;
}

void drawing_arrow(Drawing *d, int from, int to)
{
    for (int i = d->arrows.n - 1; i >= 0 && i >= d->arrows.n - 64; i--)
        if (d->arrows.at[i].from == from && d->arrows.at[i].to == to)
            return;
    Arrow arrow = {from, to};
    PUSH(d->arena, d->arrows, arrow);
}

/* A text in quotes; DOT gives a meaning to two characters. */
static void add_quoted(Text *out, const char *text)
{
    for (; *text; text++)
        text_add(out, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
}

const char *const box_fills[BOX_STYLES] = {
    [BOX_DATA] = "#e8f0fe", [BOX_PARAM] = "#fff4d6", [BOX_OP] = "#ffffff",
    [BOX_GRAD] = "#fde7e7", [BOX_OUT] = "#e6f4ea",
};

const char *drawing_dot(const Drawing *d)
{
    Text out = text_new(d->arena);
    text_add(&out, "%s", "digraph \"");
    add_quoted(&out, d->title);
    text_add(&out, "%s",
             "\" {\n    node [shape=box, style=\"rounded,filled\", "
             "fontname=\"monospace\", fontsize=10];\n");
    for (int i = 0; i < d->boxes.n; i++) {
        const Box *b = &d->boxes.at[i];
        text_add(&out, "    n%d [label=\"", i);
        add_quoted(&out, b->title);
        if (b->note && *b->note) {
            text_add(&out, "%s", "\\n");
            add_quoted(&out, b->note);
        }
        text_add(&out, "\", fillcolor=\"%s\"];\n", box_fills[b->style]);
    }
    for (int i = 0; i < d->arrows.n; i++)
        text_add(&out, "    n%d -> n%d;\n", d->arrows.at[i].from, d->arrows.at[i].to);
    text_add(&out, "%s", "}\n");
    return out.at;
}

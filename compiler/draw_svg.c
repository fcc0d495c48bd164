/*
 * draw_svg.c - a layout as SVG. A box is a group of class box with the attributes that
 * its maker gave it, an arrow knows its boxes by number: the pages' scripts use both.
 */
#include "draw.h"
#include "html.h"

static void add_way(Text *out, const Layout *l, int arrow)
{
    const Way *way = &l->way[arrow];
    const Spot *last = &l->spot[way->at[0]], *to = &l->spot[way->at[way->n - 1]];
    double x = last->x, y = last->y + BOX_HEIGHT;
    bool far = way->n == 2 && to->y - last->y > 10 * (BOX_HEIGHT + LAYER_GAP);
    text_add(out, "<path class=\"%s\" data-arrow=\"%d %d\" d=\"M%.0f %.0f",
             far ? "far" : "arrow", way->at[0], way->at[way->n - 1], x, y);
    for (int i = 1; i < way->n; i++) {
        const Spot *p = &l->spot[way->at[i]];
        double to_y = p->y - (p->box < 0 ? 0 : 4), middle = (y + to_y) / 2;
        text_add(out, "C%.0f %.0f %.0f %.0f %.0f %.0f", x, middle, p->x, middle, p->x,
                 to_y);
        x = p->x;
        y = to_y;
        if (p->box < 0) {
            y += BOX_HEIGHT + 4;
            text_add(out, "V%.0f", y);
        }
    }
    text_add(out, "%s", "\" marker-end=\"url(#tip)\"/>\n");
}

static void add_box(Text *out, const Layout *l, int i)
{
    const Spot *p = &l->spot[i];
    const Box *b = &l->drawing->boxes.at[i];
    bool note = b->note && *b->note;
    text_add(out, "<g class=\"box\"%s%s><title>", b->data ? " " : "",
             b->data ? b->data : "");
    html_text(out, b->title);
    text_add(out,
             "</title><rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%d\" "
             "rx=\"5\" fill=\"%s\"/><text x=\"%.0f\" y=\"%.0f\">",
             p->x - p->width / 2, p->y, p->width, BOX_HEIGHT, box_fills[b->style], p->x,
             p->y + (note ? 17 : 24));
    html_text(out, box_title(l->drawing->arena, b));
    text_add(out, "%s", "</text>");
    if (note) {
        text_add(out, "<text class=\"note\" x=\"%.0f\" y=\"%.0f\">", p->x, p->y + 32);
        html_text(out, b->note);
        text_add(out, "%s", "</text>");
    }
    text_add(out, "%s", "</g>\n");
}

const char *drawing_svg(const Drawing *d)
{
    Layout l = drawing_layout(d);
    Text out = text_new(d->arena);
    text_add(&out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
             "viewBox=\"0 0 %.0f %.0f\">\n<title>",
             l.width, l.height, l.width, l.height);
    html_text(&out, d->title);
    text_add(&out, "%s",
             "</title>\n<style>\n"
             "text { font: 12px monospace; text-anchor: middle; fill: #202124 }\n"
             ".note { font-size: 10px; fill: #5f6368 }\n"
             "rect { stroke: #9aa0a6 }\n"
             ".arrow, .far { fill: none; stroke: #80868b }\n"
             ".far { stroke-opacity: 0.35 }\n"
             "</style>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"4\" "
             "refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
             "markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
             "<path d=\"M0 0L8 4L0 8z\" fill=\"#80868b\"/></marker></defs>\n");
    for (int i = 0; i < d->arrows.n; i++)
        add_way(&out, &l, i);
    for (int i = 0; i < d->boxes.n; i++)
        add_box(&out, &l, i);
    text_add(&out, "%s", "</svg>\n");
    return out.at;
}

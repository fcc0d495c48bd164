/*
 * draw.c - boxes and arrows as DOT, SVG or an HTML page around the SVG.
 *
 * The layout is Sugiyama's: layers by the longest path, points in between where an
 * arrow crosses layers, an order within each layer by the mean place of the
 * neighbours, then places that come as near to the neighbours as the order allows.
 */
#include "draw.h"
#include "text.h"

int drawing_box(Drawing *d, BoxStyle style, const char *title, const char *note)
{
    Box box = {title, note, style};
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

/* With what XML, or a string of DOT, gives a meaning to written otherwise. */
static void add_escaped(Text *out, const char *text, bool xml)
{
    for (; *text; text++) {
        if (xml && *text == '<')
            text_add(out, "%s", "&lt;");
        else if (xml && *text == '>')
            text_add(out, "%s", "&gt;");
        else if (xml && *text == '&')
            text_add(out, "%s", "&amp;");
        else if (!xml && (*text == '"' || *text == '\\'))
            text_add(out, "\\%c", *text);
        else
            text_add(out, "%c", *text);
    }
}

static const char *const fills[BOX_STYLES] = {
    [BOX_DATA] = "#e8f0fe", [BOX_PARAM] = "#fff4d6", [BOX_OP] = "#ffffff",
    [BOX_GRAD] = "#fde7e7", [BOX_OUT] = "#e6f4ea",
};

/* ---- DOT ---- */

const char *drawing_dot(const Drawing *d)
{
    Text out = text_new(d->arena);
    text_add(&out, "%s", "digraph \"");
    add_escaped(&out, d->title, false);
    text_add(&out, "%s",
             "\" {\n    node [shape=box, style=\"rounded,filled\", "
             "fontname=\"monospace\", fontsize=10];\n");
    for (int i = 0; i < d->boxes.n; i++) {
        const Box *b = &d->boxes.at[i];
        text_add(&out, "    n%d [label=\"", i);
        add_escaped(&out, b->title, false);
        if (b->note && *b->note) {
            text_add(&out, "%s", "\\n");
            add_escaped(&out, b->note, false);
        }
        text_add(&out, "\", fillcolor=\"%s\"];\n", fills[b->style]);
    }
    for (int i = 0; i < d->arrows.n; i++)
        text_add(&out, "    n%d -> n%d;\n", d->arrows.at[i].from, d->arrows.at[i].to);
    text_add(&out, "%s", "}\n");
    return out.at;
}

/* ---- layout ---- */

enum { BOX_HEIGHT = 40, LAYER_GAP = 36, SIDE_GAP = 18, SWEEPS = 12, LONGEST = 40 };

/* A box, or a point where an arrow crosses a layer (box < 0). */
typedef struct Point {
    int box;
    int layer;
    double width, x; /* x: of the middle */
    double wish;
    ARRAY(int) up, down; /* neighbours in the layers before and after */
} Point;

typedef ARRAY(int) Row;

typedef struct Layout {
    Arena *arena;
    const Drawing *d;
    ARRAY(Point) points; /* boxes first, by number */
    Row *rows;           /* points of each layer, from left to right */
    int layers;
    Row *ways; /* of each arrow: the points it goes through */
} Layout;

/* Letters, not bytes: the later bytes of a UTF-8 sequence take no room. */
static int letters(const char *text)
{
    int n = 0;
    for (; text && *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

static double width_of(const Box *b)
{
    double title = 7.3 * letters(b->title), note = 6.1 * letters(b->note);
    return (title > note ? title : note) + 20;
}

/* The longest way from a source. The boxes of a graph are numbered along its
 * arrows, for other drawings it takes more than one turn. */
static void find_layers(Layout *l)
{
    const Drawing *d = l->d;
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < d->arrows.n; i++) {
            int from = l->points.at[d->arrows.at[i].from].layer;
            Point *to = &l->points.at[d->arrows.at[i].to];
            if (to->layer < from + 1) {
                to->layer = from + 1;
                changed = true;
            }
        }
    }
}

/* Moves boxes down to just above their first user where that makes no more arrows
 * longer than shorter: parameters, and what is computed from them alone. */
static void sink_layers(Layout *l)
{
    const Drawing *d = l->d;
    Row *users = NEW_N(l->arena, Row, d->boxes.n + 1);
    int *operands = NEW_N(l->arena, int, d->boxes.n + 1);
    for (int i = 0; i < d->arrows.n; i++) {
        PUSH(l->arena, users[d->arrows.at[i].from], d->arrows.at[i].to);
        operands[d->arrows.at[i].to]++;
    }
    for (int i = d->boxes.n - 1; i >= 0; i--) {
        Point *p = &l->points.at[i];
        if (users[i].n == 0 || operands[i] > users[i].n)
            continue;
        int first = l->points.at[users[i].at[0]].layer;
        for (int k = 1; k < users[i].n; k++)
            if (l->points.at[users[i].at[k]].layer < first)
                first = l->points.at[users[i].at[k]].layer;
        p->layer = first - 1;
    }
    for (int i = 0; i < d->boxes.n; i++)
        if (l->points.at[i].layer + 1 > l->layers)
            l->layers = l->points.at[i].layer + 1;
}

static void join(Layout *l, int a, int b)
{
    PUSH(l->arena, l->points.at[a].down, b);
    PUSH(l->arena, l->points.at[b].up, a);
}

static void make_points(Layout *l)
{
    const Drawing *d = l->d;
    for (int i = 0; i < d->boxes.n; i++) {
        Point p = {.box = i, .width = width_of(&d->boxes.at[i])};
        PUSH(l->arena, l->points, p);
    }
    find_layers(l);
    sink_layers(l);
    l->ways = NEW_N(l->arena, Row, d->arrows.n + 1);
    for (int i = 0; i < d->arrows.n; i++) {
        int from = d->arrows.at[i].from, to = d->arrows.at[i].to, last = from;
        int span = l->points.at[to].layer - l->points.at[from].layer;
        PUSH(l->arena, l->ways[i], from);
        /* A very long arrow goes straight: its points would crowd the drawing. */
        for (int k = 1; k < span && span <= LONGEST; k++) {
            Point p = {.box = -1, .width = 8, .layer = l->points.at[from].layer + k};
            PUSH(l->arena, l->points, p);
            join(l, last, l->points.n - 1);
            last = l->points.n - 1;
            PUSH(l->arena, l->ways[i], last);
        }
        if (span <= LONGEST)
            join(l, last, to);
        PUSH(l->arena, l->ways[i], to);
    }
    l->rows = NEW_N(l->arena, Row, l->layers + 1);
    for (int i = 0; i < l->points.n; i++)
        PUSH(l->arena, l->rows[l->points.at[i].layer], i);
}

/* Each point wishes to be at the mean of its neighbours above (or below). */
static void make_wishes(Layout *l, const Row *row, bool above)
{
    for (int i = 0; i < row->n; i++) {
        Point *p = &l->points.at[row->at[i]];
        int n = above ? p->up.n : p->down.n;
        const int *next = above ? p->up.at : p->down.at;
        double sum = 0;
        for (int k = 0; k < n; k++)
            sum += l->points.at[next[k]].x;
        p->wish = n ? sum / n : p->x;
    }
}

/* Stable: insertion into what is nearly in order. */
static void sort_row(Layout *l, Row *row)
{
    for (int i = 1; i < row->n; i++) {
        int moved = row->at[i], k = i;
        double wish = l->points.at[moved].wish;
        for (; k > 0 && l->points.at[row->at[k - 1]].wish > wish; k--)
            row->at[k] = row->at[k - 1];
        row->at[k] = moved;
    }
}

/* The places nearest to the wishes (least squares) that keep the order and the
 * gaps: pool adjacent violators, on wishes from which the room to the left of each
 * point has been subtracted. */
static void place_row(Layout *l, const Row *row)
{
    double *room = NEW_N(l->arena, double, row->n + 1);
    double *mean = NEW_N(l->arena, double, row->n + 1);
    int *count = NEW_N(l->arena, int, row->n + 1);
    int pools = 0;
    for (int i = 0; i < row->n; i++) {
        const Point *p = &l->points.at[row->at[i]];
        if (i > 0)
            room[i] = room[i - 1] + SIDE_GAP +
                      (l->points.at[row->at[i - 1]].width + p->width) / 2;
        mean[pools] = p->wish - room[i];
        count[pools++] = 1;
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
            int a = count[pools - 2], b = count[pools - 1];
            mean[pools - 2] = (mean[pools - 2] * a + mean[pools - 1] * b) / (a + b);
            count[pools - 2] = a + b;
            pools--;
        }
    }
    for (int i = 0, pool = 0, left = count[0]; i < row->n; i++) {
        if (left == 0)
            left = count[++pool];
        left--;
        l->points.at[row->at[i]].x = mean[pool] + room[i];
    }
}

static void lay_out(Layout *l)
{
    make_points(l);
    for (int r = 0; r < l->layers; r++)
        place_row(l, &l->rows[r]);
    for (int sweep = 0; sweep < SWEEPS; sweep++)
        for (int i = 0; i < l->layers; i++) {
            bool down = sweep % 2 == 0;
            Row *row = &l->rows[down ? i : l->layers - 1 - i];
            make_wishes(l, row, down);
            if (sweep + 2 < SWEEPS)
                sort_row(l, row);
            place_row(l, row);
        }
    double left = 0;
    for (int i = 0; i < l->points.n; i++) {
        double edge = l->points.at[i].x - l->points.at[i].width / 2;
        if (i == 0 || edge < left)
            left = edge;
    }
    for (int i = 0; i < l->points.n; i++)
        l->points.at[i].x += 12 - left;
}

/* ---- SVG ---- */

static double top_of(const Point *p)
{
    return 12 + p->layer * (BOX_HEIGHT + LAYER_GAP);
}

static void add_way(Text *out, const Layout *l, const Row *way)
{
    const Point *last = &l->points.at[way->at[0]];
    double x = last->x, y = top_of(last) + BOX_HEIGHT;
    text_add(out, "<path d=\"M%.1f %.1f", x, y);
    for (int i = 1; i < way->n; i++) {
        const Point *p = &l->points.at[way->at[i]];
        double to_y = top_of(p) - (p->box < 0 ? 0 : 4), middle = (y + to_y) / 2;
        text_add(out, " C%.1f %.1f %.1f %.1f %.1f %.1f", x, middle, p->x, middle, p->x,
                 to_y);
        x = p->x;
        y = to_y;
        if (p->box < 0) {
            y += BOX_HEIGHT + 4;
            text_add(out, " L%.1f %.1f", x, y);
        }
    }
    text_add(out, "%s", "\" marker-end=\"url(#tip)\"/>\n");
}

static void add_box(Text *out, const Layout *l, int i)
{
    const Point *p = &l->points.at[i];
    const Box *b = &l->d->boxes.at[i];
    bool note = b->note && *b->note;
    text_add(out,
             "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"5\" "
             "fill=\"%s\"/>\n<text x=\"%.1f\" y=\"%.1f\">",
             p->x - p->width / 2, top_of(p), p->width, BOX_HEIGHT, fills[b->style],
             p->x, top_of(p) + (note ? 17 : 24));
    add_escaped(out, b->title, true);
    text_add(out, "%s", "</text>\n");
    if (!note)
        return;
    text_add(out, "<text class=\"note\" x=\"%.1f\" y=\"%.1f\">", p->x, top_of(p) + 32);
    add_escaped(out, b->note, true);
    text_add(out, "%s", "</text>\n");
}

const char *drawing_svg(const Drawing *d)
{
    Layout l = {.arena = d->arena, .d = d};
    lay_out(&l);
    double width = 24, height = 12 + l.layers * (BOX_HEIGHT + LAYER_GAP);
    for (int i = 0; i < l.points.n; i++) {
        double edge = l.points.at[i].x + l.points.at[i].width / 2 + 12;
        if (edge > width)
            width = edge;
    }
    Text out = text_new(d->arena);
    text_add(&out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
             "viewBox=\"0 0 %.0f %.0f\">\n<title>",
             width, height, width, height);
    add_escaped(&out, d->title, true);
    text_add(&out, "%s",
             "</title>\n<style>\n"
             "text { font: 12px monospace; text-anchor: middle; fill: #202124 }\n"
             ".note { font-size: 10px; fill: #5f6368 }\n"
             "rect { stroke: #9aa0a6 }\n"
             "path { fill: none; stroke: #80868b }\n"
             "</style>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"4\" "
             "refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
             "<path d=\"M0 0L8 4L0 8z\" style=\"fill:#80868b\"/></marker></defs>\n");
    for (int i = 0; i < d->arrows.n; i++)
        add_way(&out, &l, &l.ways[i]);
    for (int i = 0; i < d->boxes.n; i++)
        add_box(&out, &l, i);
    text_add(&out, "%s", "</svg>\n");
    return out.at;
}

const char *drawing_html(const Drawing *d)
{
    Text out = text_new(d->arena);
    text_add(&out, "%s",
             "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>");
    add_escaped(&out, d->title, true);
    text_add(&out, "%s",
             "</title>\n<body style=\"margin: 1em; background: #f8f9fa\">\n"
             "<h1 style=\"font: 16px monospace\">");
    add_escaped(&out, d->title, true);
    text_add(&out, "%s", "</h1>\n<div style=\"overflow: auto\">\n");
    text_add(&out, "%s", drawing_svg(d));
    text_add(&out, "%s", "</div>\n</body>\n</html>\n");
    return out.at;
}

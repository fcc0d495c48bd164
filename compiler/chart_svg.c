/*
 * chart_svg.c - a chart as SVG, panels below one another, and as a page that reads the
 * curves out under the pointer. The band of a curve holds all of its values where a
 * column of the drawing has several; the line goes through their means.
 */
#include "chart.h"
#include "html.h"

#include <math.h>

enum { WIDTH = 820, LEFT = 70, RIGHT = 20, HEIGHT = 250, FOOT = 44, LETTER = 7 };
enum { COLUMNS = (WIDTH - LEFT - RIGHT) / 2, LEGEND_LINE = 18, DOTS = 60 };

/* Safe for the colour-blind (Okabe and Ito); black comes last. */
static const char *const colors[] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                     "#e69f00", "#56b4e9", "#5f5f5f"};

static const char *color_of(const Curve *c)
{
    return colors[c->color % (int)(sizeof colors / sizeof *colors)];
}

/* Where a panel stands in the drawing. */
typedef struct Frame {
    const Chart *chart;
    const Panel *panel;
    Axis x, y;
    double top, height;    /* of the plot itself */
    double legend, bottom; /* where the first line of the legend stands; the end */
} Frame;

static double px(const Frame *f, double x)
{
    return LEFT + axis_place(&f->x, x) * (WIDTH - LEFT - RIGHT);
}

static double py(const Frame *f, double y)
{
    if (f->y.log && y < f->y.lo)
        y = f->y.lo;
    double place = axis_place(&f->y, y);
    return f->top + f->height * (1 - fmin(fmax(place, 0), 1));
}

static int letters(const char *text)
{
    int n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

/* ---- legend ---- */

/* Items from left to right, in as many lines as they take; returns the lines. Adds
 * nothing where t is NULL. */
static int add_legend(Text *t, const Panel *p, bool log, double top)
{
    double x = LEFT + 8 * letters(p->title) + (log ? 40 : 0) + 20;
    int lines = 1;
    for (int i = 0; i < p->curves.n; i++) {
        const Curve *c = &p->curves.at[i];
        double width = 30 + LETTER * letters(c->label) + 16;
        if (x + width > WIDTH - RIGHT && x > LEFT) {
            x = LEFT;
            lines++;
        }
        double y = top + (lines - 1) * LEGEND_LINE;
        if (t) {
            text_add(t,
                     "<g class=\"item\" data-curve=\"%d\"><path d=\"M%.1f %.1fh22\" "
                     "stroke=\"%s\" stroke-width=\"%s\"/><text x=\"%.1f\" y=\"%.1f\">",
                     i, x, y - 4, color_of(c), c->strong ? "3" : "1.5", x + 28, y);
            html_text(t, c->label);
            text_add(t, "</text></g>\n");
        }
        x += width;
    }
    return lines;
}

/* ---- axes ---- */

static void add_axes(Text *t, const Frame *f, bool x_title)
{
    double right = WIDTH - RIGHT, bottom = f->top + f->height;
    Ticks y = axis_ticks(&f->y, 5), x = axis_ticks(&f->x, 8);
    for (int i = 0; i < y.n; i++)
        text_add(t,
                 "<path class=\"grid\" d=\"M%d %.1fH%.1f\"/><text class=\"y\" "
                 "x=\"%d\" y=\"%.1f\">%s</text>\n",
                 LEFT, py(f, y.at[i]), right, LEFT - 8, py(f, y.at[i]) + 4,
                 tick_text(f->chart->arena, y.at[i]));
    for (int i = 0; i < x.n; i++)
        text_add(t,
                 "<path class=\"grid\" d=\"M%.1f %.1fV%.1f\"/><text class=\"x\" "
                 "x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                 px(f, x.at[i]), f->top, bottom, px(f, x.at[i]), bottom + 16,
                 tick_text(f->chart->arena, x.at[i]));
    text_add(t,
             "<rect class=\"frame\" x=\"%d\" y=\"%.1f\" width=\"%d\" "
             "height=\"%.1f\"/>\n",
             LEFT, f->top, WIDTH - LEFT - RIGHT, f->height);
    if (!x_title)
        return;
    text_add(t, "<text class=\"x\" x=\"%.1f\" y=\"%.1f\">", (LEFT + right) / 2,
             bottom + 34);
    html_text(t, f->chart->x_title);
    text_add(t, "</text>\n");
}

/* ---- curves ---- */

/* The end of the run of points without a gap that begins at i. */
static int run_end(const Frame *f, const Points *p, int i)
{
    while (i < p->n && isfinite(p->at[i].y) && !(f->y.log && p->at[i].y <= 0))
        i++;
    return i;
}

static void add_band(Text *t, const Frame *f, const Points *p, int from, int to)
{
    text_add(t, "M");
    for (int i = from; i < to; i++)
        text_add(t, "%.1f %.1f ", px(f, p->at[i].x), py(f, p->at[i].hi));
    for (int i = to - 1; i >= from; i--)
        text_add(t, "%.1f %.1f ", px(f, p->at[i].x), py(f, p->at[i].lo));
    text_add(t, "z");
}

static void add_line(Text *t, const Frame *f, const Points *p, int from, int to)
{
    text_add(t, "M");
    for (int i = from; i < to; i++)
        text_add(t, "%.1f %.1f ", px(f, p->at[i].x), py(f, p->at[i].y));
    if (to == from + 1) /* a point alone is a short stroke */
        text_add(t, "h0.1");
}

typedef void Draw(Text *t, const Frame *f, const Points *p, int from, int to);

static void add_runs(Text *t, const Frame *f, const Points *p, Draw *draw)
{
    for (int i = 0; i < p->n;) {
        int end = run_end(f, p, i);
        if (end > i)
            draw(t, f, p, i, end);
        i = end > i ? end : i + 1;
    }
}

static void add_curve(Text *t, const Frame *f, int number)
{
    const Curve *c = &f->panel->curves.at[number];
    Points p = curve_points(f->chart->arena, c, &f->x, COLUMNS);
    bool wide = false, faint = false;
    for (int i = 0; i < f->panel->curves.n; i++)
        faint = faint || (f->panel->curves.at[i].strong && !c->strong);
    for (int i = 0; i < p.n; i++)
        wide = wide || p.at[i].hi > p.at[i].lo;
    text_add(t, "<g class=\"curve\" data-curve=\"%d\"%s>\n", number,
             faint ? " opacity=\"0.6\"" : "");
    if (wide) {
        text_add(t, "<path fill=\"%s\" fill-opacity=\"0.18\" d=\"", color_of(c));
        add_runs(t, f, &p, add_band);
        text_add(t, "\"/>\n");
    }
    text_add(t, "<path class=\"line\" stroke=\"%s\" stroke-width=\"%s\" d=\"",
             color_of(c), c->strong ? "2.5" : "1.5");
    add_runs(t, f, &p, add_line);
    text_add(t, "\"/>\n");
    for (int i = 0; c->strong && p.n <= DOTS && i < p.n; i++)
        if (run_end(f, &p, i) > i)
            text_add(t, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n",
                     px(f, p.at[i].x), py(f, p.at[i].y), color_of(c));
    text_add(t, "</g>\n");
}

/* ---- the whole ---- */

/* Strong curves lie over the others. */
static void add_panel(Text *t, const Frame *f, bool last)
{
    text_add(t, "<g class=\"panel\">\n<text class=\"title\" x=\"%d\" y=\"%.1f\">", LEFT,
             f->legend);
    html_text(t, f->panel->title);
    text_add(t, "%s</text>\n", f->y.log ? " (log)" : "");
    add_legend(t, f->panel, f->y.log, f->legend);
    add_axes(t, f, last);
    for (int strong = 0; strong < 2; strong++)
        for (int i = 0; i < f->panel->curves.n; i++)
            if (f->panel->curves.at[i].strong == (strong == 1))
                add_curve(t, f, i);
    text_add(t, "</g>\n");
}

static Frame *make_frames(const Chart *c)
{
    Frame *f = NEW_N(c->arena, Frame, c->panels.n + 1);
    double y = 14;
    for (int i = 0; i < c->panels.n; i++) {
        const Panel *p = &c->panels.at[i];
        f[i] = (Frame){.chart = c, .panel = p, .x = chart_x_axis(c)};
        f[i].y = chart_y_axis(c, p);
        int lines = add_legend(NULL, p, f[i].y.log, 0);
        f[i].legend = y + 14;
        f[i].top = y + 8 + lines * LEGEND_LINE;
        f[i].height = HEIGHT;
        f[i].bottom = f[i].top + HEIGHT + (i + 1 < c->panels.n ? FOOT - 18 : FOOT);
        y = f[i].bottom;
    }
    return f;
}

static void add_svg(Text *t, const Chart *c, const Frame *f)
{
    double height = c->panels.n > 0 ? f[c->panels.n - 1].bottom : 20;
    text_add(t,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" "
             "viewBox=\"0 0 %d %.0f\">\n<title>",
             WIDTH, height, WIDTH, height);
    html_text(t, c->title);
    text_add(t,
             "</title>\n<style>\n"
             "text { font: 12px sans-serif; fill: #202124 }\n"
             ".title { font-weight: bold }\n"
             ".x { text-anchor: middle; fill: #5f6368 }\n"
             ".y { text-anchor: end; fill: #5f6368 }\n"
             ".grid { stroke: #e4e6e8; fill: none }\n"
             ".frame { stroke: #9aa0a6; fill: none }\n"
             ".line, .item path { fill: none; stroke-linejoin: round; "
             "stroke-linecap: round }\n"
             "</style>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n");
    for (int i = 0; i < c->panels.n; i++)
        add_panel(t, &f[i], i + 1 == c->panels.n);
    text_add(t, "</svg>\n");
}

const char *chart_svg(const Chart *c)
{
    Text t = text_new(c->arena);
    add_svg(&t, c, make_frames(c));
    return t.at;
}

/* [x, y, x, y ...] of what is drawn. */
static void add_data(Text *t, const Frame *f)
{
    text_add(t, "{\"top\": %.1f, \"height\": %.1f, \"curves\": [", f->top, f->height);
    for (int i = 0; i < f->panel->curves.n; i++) {
        const Curve *c = &f->panel->curves.at[i];
        Points p = curve_points(f->chart->arena, c, &f->x, COLUMNS);
        text_add(t, "%s\n{\"label\": ", i > 0 ? "," : "");
        html_json(t, c->label);
        text_add(t, ", \"color\": \"%s\", \"points\": [", color_of(c));
        const char *comma = "";
        for (int k = 0; k < p.n; k++)
            if (run_end(f, &p, k) > k) {
                text_add(t, "%s[%.10g,%.6g,%.1f]", comma, p.at[k].x, p.at[k].y,
                         py(f, p.at[k].y));
                comma = ",";
            }
        text_add(t, "]}");
    }
    text_add(t, "]}");
}

const char *chart_html(const Chart *c)
{
    static const char *const scripts[] = {"chart.js"};
    const Frame *f = make_frames(c);
    Text t = html_begin(c->arena, c->title);
    text_add(&t,
             "<p class=\"hint\">Point at a curve to read it; click on a name of the "
             "legend to hide its curve.</p>\n<div id=\"chart\">\n");
    add_svg(&t, c, f);
    text_add(&t, "<div id=\"tip\" hidden></div>\n</div>\n"
                 "<script type=\"application/json\" id=\"data\">\n{\"x\": ");
    html_json(&t, c->x_title);
    text_add(&t,
             ", \"left\": %d, \"right\": %d, \"lo\": %.17g, \"hi\": %.17g, "
             "\"panels\": [",
             LEFT, WIDTH - RIGHT, c->panels.n > 0 ? f[0].x.lo : 0,
             c->panels.n > 0 ? f[0].x.hi : 1);
    for (int i = 0; i < c->panels.n; i++) {
        text_add(&t, "%s", i > 0 ? "," : "");
        add_data(&t, &f[i]);
    }
    text_add(&t, "]}\n</script>\n");
    html_end(&t, 1, scripts);
    return t.at;
}

/*
 * chart_text.c - a chart for a terminal: dots of Braille in colours, eight to a letter,
 * or, where that cannot be shown, one mark a letter.
 */
#include "chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 14, MARGIN = 10, WIDEST = 200, NARROWEST = 24 };

/* The marks and the colours (of ECMA-48) of curves, by number. */
static const char marks[] = "*o+x#@%&";
static const int colors[] = {34, 31, 32, 35, 33, 36, 37};

typedef struct Canvas {
    const Terminal *terminal;
    bool braille;
    int columns, rows;                 /* letters */
    int across, down;                  /* dots of a letter */
    unsigned char bits[ROWS][WIDEST];  /* which dots are set; without Braille 1 */
    unsigned char curve[ROWS][WIDEST]; /* the last curve that set one */
} Canvas;

static void set_dot(Canvas *c, int x, int y, int curve)
{
    static const unsigned char bit[4][2] = {{1, 8}, {2, 16}, {4, 32}, {64, 128}};
    if (x < 0 || y < 0 || x >= c->columns * c->across || y >= c->rows * c->down)
        return;
    unsigned char *at = &c->bits[y / c->down][x / c->across];
    *at = (unsigned char)(*at | bit[y % c->down][x % c->across]);
    c->curve[y / c->down][x / c->across] = (unsigned char)curve;
}

/* All the dots on the way, ends included. */
static void draw_line(Canvas *c, const int from[2], const int to[2], int curve)
{
    int dx = to[0] - from[0], dy = to[1] - from[1];
    int n = abs(dx) > abs(dy) ? abs(dx) : abs(dy);
    for (int i = 0; i <= n; i++)
        set_dot(c, from[0] + (n ? (int)lround((double)dx * i / n) : 0),
                from[1] + (n ? (int)lround((double)dy * i / n) : 0), curve);
}

static void draw_curve(Canvas *c, Arena *arena, const Curve *curve, int number,
                       const Axis *x, const Axis *y)
{
    int width = c->columns * c->across, height = c->rows * c->down, last[2] = {0};
    bool drawing = false;
    Points p = curve_points(arena, curve, x, width);
    for (int i = 0; i < p.n; i++) {
        bool shown = isfinite(p.at[i].y) && !(y->log && p.at[i].y <= 0);
        if (shown) {
            int at[2] = {(int)lround(axis_place(x, p.at[i].x) * (width - 1)),
                         (int)lround((1 - axis_place(y, p.at[i].y)) * (height - 1))};
            draw_line(c, drawing ? last : at, at, number);
            memcpy(last, at, sizeof last);
        }
        drawing = shown;
    }
}

/* ---- text ---- */

/* From the colour of one curve to that of another; NULL: the terminal's own. */
static void change_color(Text *t, const Canvas *c, const Curve *from, const Curve *to)
{
    if (!c->terminal->color || from == to)
        return;
    if (from)
        text_add(t, "\033[0m");
    if (to)
        text_add(t, "\033[%s%dm", to->strong ? "1;" : "",
                 colors[to->color % (int)(sizeof colors / sizeof *colors)]);
}

static char mark_of(int curve)
{
    return marks[curve % (int)(sizeof marks - 1)];
}

static void add_legend(Text *t, const Canvas *c, const Panel *p, bool log)
{
    text_add(t, "%*s%s%s", MARGIN + 1, "", p->title, log ? " (log)" : "");
    int at = (int)strlen(p->title) + (log ? 6 : 0);
    for (int i = 0; i < p->curves.n; i++) {
        int width = 6 + (int)strlen(p->curves.at[i].label);
        bool fits = at + width <= c->columns || at == 0;
        at = fits ? at + width : width - 3;
        if (fits)
            text_add(t, "   ");
        else
            text_add(t, "\n%*s", MARGIN + 1, "");
        change_color(t, c, NULL, &p->curves.at[i]);
        if (c->braille)
            text_add(t, "\xe2\xa0\x92\xe2\xa0\x92"); /* two dashes of Braille */
        else
            text_add(t, "%c", mark_of(i));
        change_color(t, c, &p->curves.at[i], NULL);
        text_add(t, " %s", p->curves.at[i].label);
    }
    text_add(t, "\n");
}

static void add_letters(Text *t, const Canvas *c, const Panel *p, int row)
{
    const Curve *last = NULL;
    int end = c->columns;
    while (end > 0 && !c->bits[row][end - 1])
        end--;
    for (int i = 0; i < end; i++) {
        int curve = c->curve[row][i], bits = c->bits[row][i];
        const Curve *now = bits ? &p->curves.at[curve] : NULL;
        change_color(t, c, last, now);
        last = now;
        if (!bits)
            text_add(t, " ");
        else if (c->braille) /* U+2800 and the dots */
            text_add(t, "\xe2%c%c", 0xa0 + bits / 64, 0x80 + bits % 64);
        else
            text_add(t, "%c", mark_of(curve));
    }
    change_color(t, c, last, NULL);
}

static void add_rows(Text *t, const Canvas *c, const Panel *p, const Axis *y)
{
    const char *label[ROWS] = {NULL};
    Ticks ticks = axis_ticks(y, 5);
    for (int i = 0; i < ticks.n; i++) {
        int row = (int)lround((1 - axis_place(y, ticks.at[i])) * (c->rows - 1));
        if (row >= 0 && row < c->rows)
            label[row] = tick_text(t->arena, ticks.at[i]);
    }
    for (int row = 0; row < c->rows; row++) {
        const char *edge = !c->terminal->unicode ? (label[row] ? "+" : "|")
                           : label[row]          ? "\xe2\x94\xa4"
                                                 : "\xe2\x94\x82";
        text_add(t, "%*s %s", MARGIN - 1, label[row] ? label[row] : "", edge);
        add_letters(t, c, p, row);
        text_add(t, "\n");
    }
}

/* The horizontal axis, and below it numbers under their ticks. */
static void add_x_axis(Text *t, const Canvas *c, const Axis *x, const char *title)
{
    Ticks ticks = axis_ticks(x, c->columns / 12 > 1 ? c->columns / 12 : 1);
    char numbers[WIDEST + 2 * MARGIN + 1];
    bool tick[WIDEST] = {false};
    memset(numbers, ' ', sizeof numbers);
    int end = 0;
    for (int i = 0; i < ticks.n; i++) {
        const char *text = tick_text(t->arena, ticks.at[i]);
        int at = (int)lround(axis_place(x, ticks.at[i]) * (c->columns - 1));
        int n = (int)strlen(text), from = MARGIN + 1 + at - n / 2;
        int last = MARGIN + 1 + c->columns - n;
        from = from < last ? from : last;
        tick[at] = true;
        if (from > end) {
            memcpy(numbers + from, text, (size_t)n);
            end = from + n;
        }
    }
    bool unicode = c->terminal->unicode;
    text_add(t, "%*s%s", MARGIN, "", unicode ? "\xe2\x94\x94" : "+");
    for (int i = 0; i < c->columns; i++)
        text_add(t, "%s",
                 !unicode  ? (tick[i] ? "+" : "-")
                 : tick[i] ? "\xe2\x94\xac"
                           : "\xe2\x94\x80");
    int n = (int)strlen(title);
    if (n < MARGIN)
        memcpy(numbers + MARGIN - 1 - n, title, (size_t)n);
    text_add(t, "\n%.*s\n", end, numbers);
}

static void add_panel(Text *t, const Chart *chart, const Panel *p, const Terminal *to)
{
    Canvas *c = NEW(t->arena, Canvas);
    int width = to->width - MARGIN - 2;
    c->terminal = to;
    /* Without colours several curves are told apart by their marks only. */
    c->braille = to->unicode && (to->color || p->curves.n == 1);
    c->columns = width > WIDEST ? WIDEST : width < NARROWEST ? NARROWEST : width;
    c->rows = ROWS;
    c->across = c->braille ? 2 : 1;
    c->down = c->braille ? 4 : 1;
    Axis x = chart_x_axis(chart), y = chart_y_axis(chart, p);
    for (int strong = 0; strong < 2; strong++)
        for (int i = 0; i < p->curves.n; i++)
            if (p->curves.at[i].strong == (strong == 1))
                draw_curve(c, t->arena, &p->curves.at[i], i, &x, &y);
    add_legend(t, c, p, y.log);
    add_rows(t, c, p, &y);
    add_x_axis(t, c, &x, chart->x_title);
}

const char *chart_text(const Chart *c, const Terminal *terminal)
{
    Text t = text_new(c->arena);
    for (int i = 0; i < c->panels.n; i++) {
        if (i > 0)
            text_blank(&t);
        add_panel(&t, c, &c->panels.at[i], terminal);
    }
    return t.at;
}

/*
 * plan_svg.c - a memory plan as a picture:
 *
 *     bytes ▲ ┌──h───┬────dz1────┐    a rectangle for each buffer, from the first to
 *           └─┴──────┴───────────┴▶   the last call that touches it
 *
 * The line is what is alive at each call: where it meets the upper edge the plan could
 * not be smaller.
 */
#include "chart.h"
#include "costs.h"
#include "html.h"
#include "report_page.h"

#include <math.h>
#include <string.h>

enum { WIDTH = 1000, HEIGHT = 340, LEFT = 80, RIGHT = 20, TOP = 10, FOOT = 44 };

/* Light, and different from their neighbours. */
static const char *const fills[] = {"#aecbfa", "#fbbc9a", "#a8dab5", "#fde293",
                                    "#d7aefb", "#9adbe8", "#f8b4d0", "#c9cdd2"};

typedef struct Frame {
    const Routine *routine;
    Axis calls, bytes;
} Frame;

static double px(const Frame *f, double call)
{
    return LEFT + axis_place(&f->calls, call) * (WIDTH - LEFT - RIGHT);
}

static double py(const Frame *f, double byte)
{
    return TOP + (1 - axis_place(&f->bytes, byte)) * HEIGHT;
}

static void add_axes(Text *t, const Frame *f)
{
    Ticks x = axis_ticks(&f->calls, 10), y = axis_ticks(&f->bytes, 5);
    for (int i = 0; i < y.n; i++)
        text_add(t,
                 "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text class=\"y\" x=\"%d\" "
                 "y=\"%.1f\">%s</text>\n",
                 LEFT, py(f, y.at[i]), WIDTH - RIGHT, LEFT - 8, py(f, y.at[i]) + 4,
                 amount_text(t->arena, y.at[i], "B"));
    for (int i = 0; i < x.n; i++)
        text_add(t, "<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>\n", px(f, x.at[i]),
                 TOP + HEIGHT + 16, tick_text(t->arena, x.at[i]));
    text_add(t,
             "<text class=\"x\" x=\"%d\" y=\"%d\">call</text>\n"
             "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
             (LEFT + WIDTH - RIGHT) / 2, TOP + HEIGHT + 34, LEFT, TOP,
             WIDTH - LEFT - RIGHT, HEIGHT);
}

static void add_buffer(Text *t, const Frame *f, const Buffer *b, int number)
{
    double left = px(f, b->first), right = px(f, b->last + 1);
    double top = py(f, (double)(b->offset + buffer_bytes(b)));
    double height = py(f, (double)b->offset) - top;
    const char *name = b->name ? b->name : "";
    text_add(t, "<g class=\"buffer\"><title>");
    html_text(t, arena_format(t->arena, "%s %s%s", name, dtype_name(b->dtype),
                              shape_text(t->arena, &b->shape)));
    text_add(t,
             "\n%s at %lld, calls %d to %d</title><rect x=\"%.1f\" y=\"%.1f\" "
             "width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
             amount_text(t->arena, (double)buffer_bytes(b), "B"), (long long)b->offset,
             b->first + 1, b->last + 1, left, top, right - left, fmax(height, 0.3),
             fills[number % (int)(sizeof fills / sizeof *fills)]);
    if (height >= 13 && right - left >= 7.5 * (double)strlen(name)) {
        text_add(t, "<text x=\"%.1f\" y=\"%.1f\">", (left + right) / 2,
                 top + height / 2 + 4);
        html_text(t, name);
        text_add(t, "</text>");
    }
    text_add(t, "</g>\n");
}

/* The sum of what is alive, call by call. */
static void add_live(Text *t, const Frame *f)
{
    const Routine *r = f->routine;
    int64_t *change = NEW_N(t->arena, int64_t, r->n_calls + 2), live = 0;
    for (int i = 0; i < r->work.n; i++) {
        const Buffer *b = r->work.at[i];
        change[b->first] += buffer_bytes(b);
        change[b->last + 1] -= buffer_bytes(b);
    }
    text_add(t, "<path class=\"live\" d=\"M%.1f %.1f", px(f, 0), py(f, 0));
    for (int i = 0; i < r->n_calls; i++) {
        live += change[i];
        text_add(t, "V%.1fH%.1f", py(f, (double)live), px(f, i + 1));
    }
    text_add(t, "\"/>\n");
}

const char *plan_svg(Arena *arena, const Routine *r)
{
    Text t = text_new(arena);
    Frame f = {.routine = r,
               .calls = {0, r->n_calls, false, true},
               .bytes = {0, (double)r->work_end, false, true}};
    text_add(&t,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plan\" width=\"%d\" "
             "height=\"%d\" viewBox=\"0 0 %d %d\">\n",
             WIDTH, TOP + HEIGHT + FOOT, WIDTH, TOP + HEIGHT + FOOT);
    add_axes(&t, &f);
    for (int i = 0; i < r->work.n; i++)
        add_buffer(&t, &f, r->work.at[i], i);
    add_live(&t, &f);
    text_add(&t, "</svg>\n");
    return t.at;
}

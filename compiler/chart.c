/*
 * chart.c - axes with round ticks, and curves reduced to the columns of a drawing.
 */
#include "chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double axis_place(const Axis *a, double v)
{
    if (a->log)
        return (log10(v) - log10(a->lo)) / (log10(a->hi) - log10(a->lo));
    return (v - a->lo) / (a->hi - a->lo);
}

/* ---- ticks ---- */

static void add_tick(Ticks *t, const Axis *a, double v)
{
    double slack = 1e-9;
    double at = axis_place(a, v);
    if (at >= -slack && at <= 1 + slack && t->n < (int)(sizeof t->at / sizeof *t->at))
        t->at[t->n++] = v;
}

/* The one of 1, 2, 5 times a power of ten that is nearest to v by its ratio. */
static double round_step(double v)
{
    double unit = pow(10, floor(log10(v))), digit = v / unit;
    return unit * (digit < sqrt(2)    ? 1
                   : digit < sqrt(10) ? 2
                   : digit < sqrt(50) ? 5
                                      : 10);
}

static Ticks linear_ticks(const Axis *a, int wanted)
{
    Ticks t = {0};
    double step = round_step((a->hi - a->lo) / wanted);
    step = a->whole && step < 1 ? 1 : step;
    double first = ceil(a->lo / step - 1e-9), last = floor(a->hi / step + 1e-9);
    for (double k = first; k <= last && t.n < 32; k++)
        add_tick(&t, a, k == 0 ? 0 : k * step);
    return t;
}

/* Powers of ten, every second or third of them where there are many; 2 and 5 times
 * them as well where there are few. */
static Ticks log_ticks(const Axis *a, int wanted)
{
    double from = floor(log10(a->lo)), to = ceil(log10(a->hi));
    double stride = ceil((to - from) / wanted);
    bool dense = log10(a->hi / a->lo) * 3 <= wanted + 2;
    Ticks t = {0};
    for (double k = from; k <= to; k += stride > 1 ? stride : 1) {
        add_tick(&t, a, pow(10, k));
        if (dense) {
            add_tick(&t, a, 2 * pow(10, k));
            add_tick(&t, a, 5 * pow(10, k));
        }
    }
    return t.n >= 2 ? t : linear_ticks(a, wanted);
}

Ticks axis_ticks(const Axis *a, int wanted)
{
    return a->log ? log_ticks(a, wanted) : linear_ticks(a, wanted);
}

const char *tick_text(Arena *arena, double v)
{
    double size = fabs(v);
    if (size >= 1e4 && size < 1e9) {
        const char *unit = size >= 1e6 ? "M" : "k";
        return arena_format(arena, "%.6g%s", v / (size >= 1e6 ? 1e6 : 1e3), unit);
    }
    return arena_format(arena, "%.6g", v);
}

/* ---- axes ---- */

Axis chart_x_axis(const Chart *c)
{
    Axis a = {INFINITY, -INFINITY, false, true};
    for (int i = 0; i < c->panels.n; i++)
        for (int k = 0; k < c->panels.at[i].curves.n; k++) {
            const Curve *curve = &c->panels.at[i].curves.at[k];
            a.lo = fmin(a.lo, curve->x[0]);
            a.hi = fmax(a.hi, curve->x[curve->n - 1]);
        }
    if (a.hi <= a.lo) {
        a.lo -= 1;
        a.hi += 1;
    }
    if (a.lo > 0 && a.lo < 0.05 * a.hi) /* steps count from 1 */
        a.lo = 0;
    return a;
}

typedef ARRAY(double) Values;

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* What the drawing shows, in rising order: single steps that stand out count little. */
static Values shown_values(const Chart *c, const Panel *p, bool positive)
{
    enum { COLUMNS = 300 };
    Values v = {0};
    Axis x = chart_x_axis(c);
    for (int k = 0; k < p->curves.n; k++) {
        Points points = curve_points(c->arena, &p->curves.at[k], &x, COLUMNS);
        for (int i = 0; i < points.n; i++)
            if (isfinite(points.at[i].y) && (!positive || points.at[i].y > 0))
                PUSH(c->arena, v, points.at[i].y);
    }
    if (v.n > 0)
        qsort(v.at, (size_t)v.n, sizeof *v.at, compare);
    return v;
}

/* Half of what is shown would crowd into the lowest tenth of a linear axis. */
static bool log_helps(const Values *v)
{
    double lo = v->at[0], hi = v->at[v->n - 1], median = v->at[v->n / 2];
    return lo > 0 && hi >= 10 * lo && median < lo + 0.1 * (hi - lo);
}

Axis chart_y_axis(const Chart *c, const Panel *p)
{
    Values v = shown_values(c, p, c->scale == SCALE_LOG);
    if (v.n == 0)
        return (Axis){.hi = 1};
    Axis a = {v.at[0], v.at[v.n - 1], c->scale == SCALE_LOG, false};
    if (c->scale == SCALE_AUTO)
        a.log = log_helps(&v);
    if (a.log) {
        double room = a.hi > a.lo ? pow(a.hi / a.lo, 0.04) : 2;
        return (Axis){a.lo / room, a.hi * room, true, false};
    }
    double room = a.hi > a.lo ? 0.04 * (a.hi - a.lo) : a.hi != 0 ? 0.1 * fabs(a.hi) : 1;
    double below = a.lo >= 0 && a.lo < room ? a.lo : room;
    return (Axis){a.lo - below, a.hi + room, false, false};
}

/* ---- curves ---- */

static void end_column(Points *points, const Point *sum, int count)
{
    if (count == 0)
        return;
    Point p = *sum;
    p.x /= count;
    p.y /= count;
    points->at[points->n++] = p;
}

Points curve_points(Arena *arena, const Curve *curve, const Axis *x, int columns)
{
    Points points = {0, NEW_N(arena, Point, 2 * columns + 4)};
    Point sum = {0};
    int count = 0, column = -1;
    for (int i = 0; i < curve->n; i++) {
        double at = axis_place(x, curve->x[i]) * columns, y = curve->y[i];
        int new = at < columns ? (int)at : columns - 1;
        if (new != column) {
            end_column(&points, &sum, count);
            sum = (Point){0, 0, INFINITY, -INFINITY};
            count = 0;
            column = new;
        }
        if (isfinite(y)) {
            sum.x += curve->x[i];
            sum.y += y;
            sum.lo = fmin(sum.lo, y);
            sum.hi = fmax(sum.hi, y);
            count++;
        } else if (count == 0 && points.n > 0 && !isnan(points.at[points.n - 1].y)) {
            points.at[points.n++] = (Point){curve->x[i], NAN, NAN, NAN};
        }
    }
    end_column(&points, &sum, count);
    return points;
}

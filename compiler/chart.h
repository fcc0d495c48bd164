/*
 * chart.h - curves over a common axis, as SVG, as data for a page, or as characters
 * for a terminal. A panel shows one quantity: its curves share a vertical axis.
 */
#ifndef MFC_CHART_H
#define MFC_CHART_H

#include "text.h"

/* y may be NaN: the curve has a gap there. x rises. */
typedef struct Curve {
    const char *label; /* of the legend */
    int color;         /* a number from 0 */
    bool strong;       /* validation: few points, drawn over the others */
    int n;
    const double *x, *y;
} Curve;

typedef struct Panel {
    const char *title;
    ARRAY(Curve) curves;
} Panel;

typedef enum ScaleKind {
    SCALE_AUTO, /* logarithmic where a linear axis would show little */
    SCALE_LINEAR,
    SCALE_LOG /* values that are not positive are left out */
} ScaleKind;

typedef struct Chart {
    Arena *arena;
    const char *title, *x_title;
    ScaleKind scale;
    ARRAY(Panel) panels;
} Chart;

/* ---- what the drawings share ---- */

/* An axis: lo and hi are at its ends. */
typedef struct Axis {
    double lo, hi;
    bool log, whole; /* whole: of numbers that count */
} Axis;

/* Round numbers along an axis, about `wanted` of them. */
typedef struct Ticks {
    int n;
    double at[32];
} Ticks;

/* A curve reduced to at most one point for each of a number of columns. */
typedef struct Point {
    double x, y;   /* means of the points of the column */
    double lo, hi; /* the least and the largest y */
} Point;
typedef struct Points {
    int n;
    Point *at; /* y NaN: a gap */
} Points;

Axis chart_x_axis(const Chart *c);
Axis chart_y_axis(const Chart *c, const Panel *p);
double axis_place(const Axis *a, double v); /* 0 at lo, 1 at hi */
Ticks axis_ticks(const Axis *a, int wanted);
/* 0.05, 1e-05, 20k: short, the same number of decimals along an axis. */
const char *tick_text(Arena *arena, double v);
Points curve_points(Arena *arena, const Curve *curve, const Axis *x, int columns);

/* ---- the drawings ---- */

const char *chart_svg(const Chart *c);
const char *chart_html(const Chart *c);

typedef struct Terminal {
    int width;
    bool unicode, color;
} Terminal;
const char *chart_text(const Chart *c, const Terminal *terminal);

#endif

/*
 * draw.h - boxes and arrows, as DOT text or laid out as SVG. What the boxes mean
 * is the caller's business.
 */
#ifndef MFC_DRAW_H
#define MFC_DRAW_H

#include "base.h"

typedef enum BoxStyle {
    BOX_DATA,
    BOX_PARAM,
    BOX_OP,
    BOX_GRAD,
    BOX_OUT,
    BOX_STYLES
} BoxStyle;

typedef struct Box {
    const char *title; /* first line */
    const char *note;  /* second line, smaller */
    BoxStyle style;
} Box;

typedef struct Arrow {
    int from, to; /* boxes by number; arrows never close a circle */
} Arrow;

typedef struct Drawing {
    Arena *arena;
    const char *title;
    ARRAY(Box) boxes;
    ARRAY(Arrow) arrows;
} Drawing;

int drawing_box(Drawing *d, BoxStyle style, const char *title, const char *note);
/* A second arrow between the same boxes is dropped. */
void drawing_arrow(Drawing *d, int from, int to);

const char *drawing_dot(const Drawing *d);
const char *drawing_svg(const Drawing *d);
const char *drawing_html(const Drawing *d);

#endif

/*
 * draw.h - boxes and arrows, as DOT text or laid out as SVG. What the boxes mean
 * is the caller's business.
 */
#ifndef MFC_DRAW_H
#define MFC_DRAW_H

#include "text.h"

typedef enum BoxStyle {
    BOX_DATA,
    BOX_PARAM,
    BOX_OP,
    BOX_GRAD,
    BOX_OUT,
    BOX_STYLES
} BoxStyle;
extern const char *const box_fills[BOX_STYLES]; /* colours */

typedef struct Box {
    const char *title; /* first line */
    const char *note;  /* second line, smaller */
    BoxStyle style;
    const char *data; /* further attributes of its element in SVG, or NULL */
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

/* ---- layout ---- */

enum { BOX_HEIGHT = 40, LAYER_GAP = 36 };

/* What SVG shows of a title: long ones end in "...". */
const char *box_title(Arena *arena, const Box *b);

/* A box, or a spot where an arrow crosses a layer (box < 0). */
typedef struct Spot {
    int box;
    double x, y, width; /* x: of the middle; y: of the upper edge */
} Spot;
typedef ARRAY(int) Way; /* places that an arrow goes through */

typedef struct Layout {
    const Drawing *drawing;
    Spot *spot; /* the boxes first, by number */
    Way *way;   /* of each arrow */
    double width, height;
} Layout;

Layout drawing_layout(const Drawing *d);

#endif

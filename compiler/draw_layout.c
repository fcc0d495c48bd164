/*
 * draw_layout.c - places for boxes: Sugiyama's layers by the longest path, but none
 * wider than a page; points in between where an arrow crosses layers; an order within
 * each layer by the mean place of the neighbours; then places that come as near to the
 * neighbours as the order allows.
 */
#include "draw.h"

#include <string.h>

enum { SIDE_GAP = 18, SWEEPS = 12, LONGEST = 12, LETTERS = 44, PAGE = 1600 };

/* A box, or a point where an arrow crosses a layer (box < 0). */
typedef struct Point {
    int box;
    int layer;
    double width, x; /* x: of the middle */
    double wish;
    ARRAY(int) up, down; /* neighbours in the layers before and after */
} Point;

typedef Way Row;

typedef struct Sketch {
    Arena *arena;
    const Drawing *d;
    ARRAY(Point) points; /* boxes first, by number */
    Row *rows;           /* points of each layer, from left to right */
    int layers;
    Row *ways;          /* of each arrow: the points it goes through */
    ARRAY(double) used; /* of the width of each layer */
    double page;        /* the width of a layer of several boxes */
} Sketch;

/* Letters, not bytes: the later bytes of a UTF-8 sequence take no room. */
static int letters(const char *text)
{
    int n = 0;
    for (; text && *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

const char *box_title(Arena *arena, const Box *b)
{
    if (letters(b->title) <= LETTERS)
        return b->title;
    const char *end = b->title;
    for (int n = 0; n < LETTERS - 3; n++)
        do
            end++;
        while (((unsigned char)*end & 0xc0) == 0x80);
    return arena_format(arena, "%.*s...", (int)(end - b->title), b->title);
}

static double width_of(Arena *arena, const Box *b)
{
    double title = 7.3 * letters(box_title(arena, b)), note = 6.1 * letters(b->note);
    return (title > note ? title : note) + 20;
}

/* The longest way from a source. The boxes of a graph are numbered along its
 * arrows, for other drawings it takes more than one turn. */
static void find_layers(Sketch *l)
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

/* ---- no layer wider than a page ---- */

static double *used_at(Sketch *l, int layer)
{
    while (l->used.n <= layer)
        PUSH(l->arena, l->used, 0.0);
    return &l->used.at[layer];
}

static bool has_room(Sketch *l, int layer, double width)
{
    double used = *used_at(l, layer);
    return used == 0 || used + width <= l->page;
}

/* About as wide as twice what a layer would hold if all held the same. */
static double page_width(const Sketch *l)
{
    double sum = 0;
    int last = 0;
    for (int i = 0; i < l->d->boxes.n; i++) {
        sum += l->points.at[i].width + SIDE_GAP;
        last = l->points.at[i].layer > last ? l->points.at[i].layer : last;
    }
    double page = 2 * sum / (last + 1);
    return page > PAGE ? page : PAGE;
}

/* Boxes in the order of their layers: along the arrows. */
static int *boxes_in_order(Sketch *l)
{
    int n = l->d->boxes.n, last = 0;
    for (int i = 0; i < n; i++)
        last = l->points.at[i].layer > last ? l->points.at[i].layer : last;
    int *start = NEW_N(l->arena, int, last + 2), *order = NEW_N(l->arena, int, n + 1);
    for (int i = 0; i < n; i++)
        start[l->points.at[i].layer + 1]++;
    for (int i = 0; i < last; i++)
        start[i + 1] += start[i];
    for (int i = 0; i < n; i++)
        order[start[l->points.at[i].layer]++] = i;
    return order;
}

/* The last layer that a box may have if the drawing is to be no longer than its
 * longest way. */
static int *latest_layers(Sketch *l, const int *order, const Row *users)
{
    int n = l->d->boxes.n, last = l->points.at[order[n - 1]].layer;
    int *latest = NEW_N(l->arena, int, n);
    for (int i = n - 1; i >= 0; i--) {
        const Row *to = &users[order[i]];
        latest[order[i]] = last;
        for (int k = 0; k < to->n; k++)
            if (latest[to->at[k]] - 1 < latest[order[i]])
                latest[order[i]] = latest[to->at[k]] - 1;
    }
    return latest;
}

static void add_ready(Sketch *l, Row *ready, const int *latest, int box)
{
    int i = ready->n;
    PUSH(l->arena, *ready, box);
    for (; i > 0 && latest[ready->at[i - 1]] > latest[box]; i--)
        ready->at[i] = ready->at[i - 1];
    ready->at[i] = box;
}

/* From the top: each layer takes of the boxes whose operands are above those that can
 * wait least, as many as fit. What needs nothing waits for its users. */
static void fill_layers(Sketch *l, const int *order, const Row *operands,
                        const Row *users)
{
    int n = l->d->boxes.n, *waits = NEW_N(l->arena, int, n);
    const int *latest = latest_layers(l, order, users);
    Row ready = {0};
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < operands[i].n; k++)
            waits[i] += operands[operands[i].at[k]].n > 0;
        l->points.at[i].layer = 0;
        if (operands[i].n > 0 && waits[i] == 0)
            add_ready(l, &ready, latest, i);
    }
    for (int layer = 1; ready.n > 0; layer++) {
        Row placed = {0}, rest = {0};
        for (int i = 0; i < ready.n; i++) {
            Point *p = &l->points.at[ready.at[i]];
            bool fits = has_room(l, layer, p->width + SIDE_GAP);
            if (fits) {
                p->layer = layer;
                *used_at(l, layer) += p->width + SIDE_GAP;
                PUSH(l->arena, placed, ready.at[i]);
            } else {
                PUSH(l->arena, rest, ready.at[i]);
            }
        }
        ready = rest;
        for (int i = 0; i < placed.n; i++)
            for (int k = 0; k < users[placed.at[i]].n; k++)
                if (--waits[users[placed.at[i]].at[k]] == 0)
                    add_ready(l, &ready, latest, users[placed.at[i]].at[k]);
    }
}

/* The lowest layer with room from `layer` up to `top`; that of `layer` if none has. */
static int layer_above(Sketch *l, int layer, int top, double width)
{
    for (int at = layer; at >= top; at--)
        if (has_room(l, at, width))
            return at;
    return layer;
}

/* Moves boxes down to just above their first user where that makes no more arrows
 * longer than shorter: parameters, and what is computed from them alone. */
static void sink_layers(Sketch *l, const int *order, const Row *operands,
                        const Row *users)
{
    for (int i = l->d->boxes.n - 1; i >= 0; i--) {
        Point *p = &l->points.at[order[i]];
        const Row *to = &users[order[i]];
        double width = p->width + SIDE_GAP;
        bool placed = operands[order[i]].n > 0;
        int inner = 0; /* operands that do not move along */
        for (int k = 0; k < operands[order[i]].n; k++)
            inner += operands[operands[order[i]].at[k]].n > 0;
        if (to->n == 0 || inner > to->n)
            continue;
        int first = l->points.at[to->at[0]].layer;
        for (int k = 1; k < to->n; k++)
            if (l->points.at[to->at[k]].layer < first)
                first = l->points.at[to->at[k]].layer;
        if (placed)
            *used_at(l, p->layer) -= width;
        p->layer = layer_above(l, first - 1, p->layer, width);
        *used_at(l, p->layer) += width;
    }
}

static void make_layers(Sketch *l)
{
    const Drawing *d = l->d;
    Row *users = NEW_N(l->arena, Row, d->boxes.n + 1);
    Row *operands = NEW_N(l->arena, Row, d->boxes.n + 1);
    for (int i = 0; i < d->arrows.n; i++) {
        PUSH(l->arena, users[d->arrows.at[i].from], d->arrows.at[i].to);
        PUSH(l->arena, operands[d->arrows.at[i].to], d->arrows.at[i].from);
    }
    find_layers(l);
    l->page = page_width(l);
    const int *order = boxes_in_order(l);
    fill_layers(l, order, operands, users);
    sink_layers(l, order, operands, users);
    for (int i = 0; i < d->boxes.n; i++)
        if (l->points.at[i].layer + 1 > l->layers)
            l->layers = l->points.at[i].layer + 1;
}

static void join(Sketch *l, int a, int b)
{
    PUSH(l->arena, l->points.at[a].down, b);
    PUSH(l->arena, l->points.at[b].up, a);
}

static void make_points(Sketch *l)
{
    const Drawing *d = l->d;
    for (int i = 0; i < d->boxes.n; i++) {
        Point p = {.box = i, .width = width_of(l->arena, &d->boxes.at[i])};
        PUSH(l->arena, l->points, p);
    }
    make_layers(l);
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
static void make_wishes(Sketch *l, const Row *row, bool above)
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
static void sort_row(Sketch *l, Row *row)
{
    for (int i = 1; i < row->n; i++) {
        int moved = row->at[i], k = i;
        double wish = l->points.at[moved].wish;
        for (; k > 0 && l->points.at[row->at[k - 1]].wish > wish; k--)
            row->at[k] = row->at[k - 1];
        row->at[k] = moved;
    }
}

/* What a wish counts: a box at an end, like a parameter, makes way for the others. */
static double weight_of(const Point *p)
{
    return p->up.n > 0 && p->down.n > 0 ? 20 : 1;
}

/* The places nearest to the wishes (least squares) that keep the order and the
 * gaps: pool adjacent violators, on wishes from which the room to the left of each
 * point has been subtracted. */
static void place_row(Sketch *l, const Row *row)
{
    double *room = NEW_N(l->arena, double, row->n + 1);
    double *mean = NEW_N(l->arena, double, row->n + 1);
    double *weight = NEW_N(l->arena, double, row->n + 1);
    int *count = NEW_N(l->arena, int, row->n + 1);
    int pools = 0;
    for (int i = 0; i < row->n; i++) {
        const Point *p = &l->points.at[row->at[i]];
        if (i > 0)
            room[i] = room[i - 1] + SIDE_GAP +
                      (l->points.at[row->at[i - 1]].width + p->width) / 2;
        mean[pools] = p->wish - room[i];
        weight[pools] = weight_of(p);
        count[pools++] = 1;
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
            double a = weight[pools - 2], b = weight[pools - 1];
            mean[pools - 2] = (mean[pools - 2] * a + mean[pools - 1] * b) / (a + b);
            weight[pools - 2] = a + b;
            count[pools - 2] += count[pools - 1];
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

static void lay_out(Sketch *l)
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

/* Layers without a box, which sinking leaves, take no room. */
static double *layer_tops(const Sketch *l, double *height)
{
    double *top = NEW_N(l->arena, double, l->layers + 1), y = 12;
    for (int r = 0; r < l->layers; r++) {
        bool full = false;
        for (int i = 0; i < l->rows[r].n; i++)
            full = full || l->points.at[l->rows[r].at[i]].box >= 0;
        top[r] = y;
        y += full ? BOX_HEIGHT + LAYER_GAP : 0;
    }
    *height = y;
    return top;
}

Layout drawing_layout(const Drawing *d)
{
    Sketch l = {.arena = d->arena, .d = d};
    lay_out(&l);
    Layout out = {.drawing = d, .way = l.ways, .width = 24};
    const double *top = layer_tops(&l, &out.height);
    out.spot = NEW_N(d->arena, Spot, l.points.n + 1);
    for (int i = 0; i < l.points.n; i++) {
        const Point *p = &l.points.at[i];
        double edge = p->x + p->width / 2 + 12;
        out.spot[i] = (Spot){p->box, p->x, top[p->layer], p->width};
        out.width = edge > out.width ? edge : out.width;
    }
    return out;
}

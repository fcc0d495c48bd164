/*
 * test_chart.c - axes and curves of charts, and the layout of drawings, on numbers and
 * graphs drawn at random: what must be true of each.
 */
#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "chart.h"
#include "draw.h"
#include "html.h"

#include <check.h> /* last: it defines a macro called fail */

static double draw(uint64_t stream, uint64_t i)
{
    return mf_uniform(11, stream, 0, i);
}

/* 1, 2 or 5 times a power of ten. */
static bool is_round_step(double v)
{
    double digit = v / pow(10, floor(log10(v) + 1e-9));
    return fabs(digit - 1) < 1e-6 || fabs(digit - 2) < 1e-6 || fabs(digit - 5) < 1e-6;
}

START_TEST(linear_ticks_are_round_and_inside)
{
    for (uint64_t i = 0; i < 2000; i++) {
        double size = pow(10, 24 * draw(1, i) - 12), lo = size * (2 * draw(2, i) - 1);
        Axis a = {.lo = lo, .hi = lo + size * (0.01 + draw(3, i))};
        Ticks t = axis_ticks(&a, 5);
        ck_assert(t.n >= 2 && t.n <= 10);
        double step = t.at[1] - t.at[0], room = 1e-6 * (a.hi - a.lo);
        ck_assert(is_round_step(step));
        for (int k = 0; k < t.n; k++) {
            ck_assert(t.at[k] >= a.lo - room && t.at[k] <= a.hi + room);
            double whole = t.at[k] / step;
            ck_assert(fabs(whole - round(whole)) < 1e-3);
            ck_assert(k == 0 || fabs(t.at[k] - t.at[k - 1] - step) < 1e-3 * step);
        }
    }
}
END_TEST

START_TEST(log_ticks_are_inside_and_rise)
{
    for (uint64_t i = 0; i < 2000; i++) {
        double lo = pow(10, 20 * draw(4, i) - 10);
        Axis a = {.lo = lo, .hi = lo * pow(10, 0.2 + 15 * draw(5, i)), .log = true};
        Ticks t = axis_ticks(&a, 5);
        ck_assert(t.n >= 2 && t.n <= 12);
        for (int k = 0; k < t.n; k++) {
            ck_assert(t.at[k] >= a.lo * 0.999999 && t.at[k] <= a.hi * 1.000001);
            ck_assert(k == 0 || t.at[k] > t.at[k - 1]);
        }
    }
}
END_TEST

START_TEST(steps_have_whole_ticks)
{
    for (int hi = 1; hi < 40; hi++) {
        Axis a = {.lo = 0, .hi = hi, .whole = true};
        Ticks t = axis_ticks(&a, 8);
        for (int k = 0; k < t.n; k++)
            ck_assert(t.at[k] == floor(t.at[k]));
    }
}
END_TEST

/* What a curve is reduced to has the curve's sum, if each point counts as often as its
 * column has steps, and the curve's extremes. */
START_TEST(columns_keep_means_and_extremes)
{
    enum { N = 1000, COLUMNS = 37 };
    Arena *arena = arena_new();
    double x[N], y[N], least = 1, most = 0;
    for (int i = 0; i < N; i++) {
        x[i] = i + 1;
        y[i] = i == 500 ? NAN : draw(6, (uint64_t)i);
        least = fmin(least, y[i]);
        most = fmax(most, y[i]);
    }
    Curve curve = {.n = N, .x = x, .y = y};
    Axis axis = {.lo = 0, .hi = N};
    Points p = curve_points(arena, &curve, &axis, COLUMNS);
    ck_assert_int_eq(p.n, COLUMNS);
    double lo = 1, hi = 0;
    for (int i = 0; i < p.n; i++) {
        ck_assert(p.at[i].lo <= p.at[i].y && p.at[i].y <= p.at[i].hi);
        ck_assert(i == 0 || p.at[i].x > p.at[i - 1].x);
        lo = fmin(lo, p.at[i].lo);
        hi = fmax(hi, p.at[i].hi);
    }
    ck_assert(lo == least && hi == most);
    for (int i = 0; i < 40; i++) /* a column of nothing else is a gap */
        y[i] = NAN;
    p = curve_points(arena, &curve, &axis, COLUMNS);
    ck_assert(p.n < COLUMNS && isfinite(p.at[0].y));
    arena_free(arena);
}
END_TEST

/* ---- drawings ---- */

static Drawing random_drawing(Arena *arena, uint64_t seed, int n)
{
    Drawing d = {.arena = arena, .title = ""};
    for (int i = 0; i < n; i++)
        drawing_box(&d, BOX_OP, "0123456789012345678901234567890123456789", "");
    for (int i = 1; i < n; i++)
        for (int k = 0; k < 2; k++) {
            uint64_t at = (uint64_t)(2 * i + k);
            int back = 1 + (int)(draw(seed, at) * draw(seed + 1, at) * i);
            /* every other drawing has its boxes numbered against the arrows */
            if (seed % 2)
                drawing_arrow(&d, i - back, i);
            else
                drawing_arrow(&d, n - 1 - i + back, n - 1 - i);
        }
    return d;
}

START_TEST(boxes_stand_apart_and_arrows_go_down)
{
    for (uint64_t seed = 20; seed < 28; seed++) {
        Arena *arena = arena_new();
        int n = seed < 26 ? 60 : 400;
        Drawing d = random_drawing(arena, seed, n);
        Layout l = drawing_layout(&d);
        for (int i = 0; i < d.arrows.n; i++)
            ck_assert(l.spot[d.arrows.at[i].to].y >=
                      l.spot[d.arrows.at[i].from].y + BOX_HEIGHT);
        for (int i = 0; i < n; i++) {
            const Spot *a = &l.spot[i];
            ck_assert(a->x - a->width / 2 >= 0 && a->x + a->width / 2 <= l.width);
            ck_assert(a->y >= 0 && a->y + BOX_HEIGHT <= l.height);
            for (int k = 0; k < i; k++) {
                const Spot *b = &l.spot[k];
                ck_assert(a->y != b->y ||
                          fabs(a->x - b->x) + 1e-6 >= (a->width + b->width) / 2);
            }
        }
        arena_free(arena);
    }
}
END_TEST

/* A thousand boxes below one would take 80000 in a single layer. */
START_TEST(no_layer_is_wider_than_a_page)
{
    Arena *arena = arena_new();
    Drawing d = {.arena = arena, .title = ""};
    for (int i = 0; i <= 1000; i++)
        drawing_box(&d, BOX_OP, "a box", "");
    for (int i = 1; i <= 1000; i++)
        drawing_arrow(&d, 0, i);
    for (int i = 2; i <= 1000; i += 2) /* so that the drawing is long */
        if (i <= 80)
            drawing_arrow(&d, i - 1, i);
    for (int i = 3; i <= 80; i += 2)
        drawing_arrow(&d, i - 1, i);
    Layout l = drawing_layout(&d);
    ck_assert(l.width < 12000 && l.height < 20000);
    arena_free(arena);
}
END_TEST

START_TEST(texts_are_escaped)
{
    Arena *arena = arena_new();
    Text t = text_new(arena);
    html_text(&t, "a<b>&\"'\x01\xff\xc3\xa9\xed\xa0\x80");
    ck_assert_str_eq(t.at, "a&lt;b&gt;&amp;&quot;&#39;\xef\xbf\xbd\xef\xbf\xbd\xc3\xa9"
                           "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    t = text_new(arena);
    html_json(&t, "</script>\"\\\n");
    ck_assert_str_eq(t.at, "\"\\u003c/script>\\\"\\\\\\n\"");
    arena_free(arena);
}
END_TEST

Suite *chart_suite(void)
{
    Suite *suite = suite_create("chart");
    TCase *tc = tcase_create("chart");
    tcase_add_test(tc, linear_ticks_are_round_and_inside);
    tcase_add_test(tc, log_ticks_are_inside_and_rise);
    tcase_add_test(tc, steps_have_whole_ticks);
    tcase_add_test(tc, columns_keep_means_and_extremes);
    tcase_add_test(tc, boxes_stand_apart_and_arrows_go_down);
    tcase_add_test(tc, no_layer_is_wider_than_a_page);
    tcase_add_test(tc, texts_are_escaped);
    suite_add_tcase(suite, tc);
    return suite;
}

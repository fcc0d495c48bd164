/*
 * test_screen.c - the progress bar in terminals of any width: what has no room is left
 * out whole, and no line is longer than it may be.
 */
#include <stdio.h>
#include <string.h>

#include "mf_log.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *screen_suite(void);

static const MfScreen half_way = {.first = 0, .total = 46000, .started = 100};

static void line_at(char line[MF_SCREEN_LINE], int width)
{
    mf_screen_line(line, &half_way, width, 23000, 4.2109375, 123);
}

static void shows(int width, const char *want)
{
    char line[MF_SCREEN_LINE];
    line_at(line, width);
    ck_assert_str_eq(line, want);
}

START_TEST(leaves_out_whole_parts)
{
    shows(200, " 50% [==============================>                             ]"
               "  23000/46000  loss 4.211        1.0k/s  0:23 left");
    shows(79, " 50% [===========>          ]"
              "  23000/46000  loss 4.211        1.0k/s  0:23 left");
    shows(59, " 50%  23000/46000  loss 4.211        1.0k/s  0:23 left");
    shows(52, " 50% [==>  ]  23000/46000  loss 4.211      0:23 left");
    shows(50, " 50%  23000/46000  loss 4.211      0:23 left");
    shows(39, " 50%  23000/46000  loss 4.211    ");
    shows(20, " 50%  loss 4.211    ");
    shows(4, " 50%");
    shows(3, "");
    shows(0, "");
}
END_TEST

START_TEST(fits_any_width)
{
    char line[MF_SCREEN_LINE];
    for (int width = 4; width < 200; width++) {
        line_at(line, width);
        ck_assert_int_le((int)strlen(line), width);
        ck_assert(strncmp(line, " 50%", 4) == 0);
    }
}
END_TEST

/* More steps than those that were asked for, as where nothing was. */
START_TEST(stays_below_all)
{
    char line[MF_SCREEN_LINE];
    MfScreen s = {.total = 10, .color = true};
    mf_screen_line(line, &s, 79, 12, 1, 1);
    ck_assert(strstr(line, "100% [\033[32m==") == line);
    s.total = 0;
    mf_screen_line(line, &s, 40, 0, 1, 1);
    ck_assert(strstr(line, "100%") == line);
}
END_TEST

Suite *screen_suite(void)
{
    Suite *suite = suite_create("screen");
    TCase *t = tcase_create("lines");
    tcase_add_test(t, leaves_out_whole_parts);
    tcase_add_test(t, fits_any_width);
    tcase_add_test(t, stays_below_all);
    suite_add_tcase(suite, t);
    return suite;
}

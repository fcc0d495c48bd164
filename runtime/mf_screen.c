/*
 * mf_screen.c - the progress bar:
 *
 *     41% [=========>             ]  18860/46000  loss 4.21  310k/s  0:12 left
 *
 * It is drawn on stderr when that is a terminal, in the width that there is; what has
 * no room is left out whole.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "mf_log.h"

double mf_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static bool is_terminal(int fd)
{
    const char *term = getenv("TERM");
    return isatty(fd) && term != NULL && strcmp(term, "dumb") != 0;
}

static int screen_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col < 200 ? size.ws_col : 200;
    int width = columns != NULL ? atoi(columns) : 0;
    return width > 0 && width < 200 ? width : 80;
}

void mf_screen_begin(MfScreen *s, bool quiet, uint64_t first, uint64_t total)
{
    const char *no_color = getenv("NO_COLOR");
    *s = (MfScreen){.first = first, .total = total, .started = mf_seconds()};
    s->bar = !quiet && is_terminal(STDERR_FILENO);
    s->lines = !quiet && !(s->bar && isatty(STDOUT_FILENO));
    s->color = no_color == NULL || no_color[0] == '\0';
}

/* 310, 45.2k, 1.2M */
static void short_number(char text[16], double v)
{
    bool millions = v >= 999500, thousands = v >= 999.5;
    const char *unit = millions ? "M" : thousands ? "k" : "";
    v = millions ? v / 1e6 : thousands ? v / 1e3 : v;
    snprintf(text, 16, "%.*f%s", v < 100 ? 1 : 0, v, unit);
}

/* 0:07, 12:30, 3:04:05 */
static void short_time(char text[32], double seconds)
{
    long t = seconds < 3.6e6 ? (long)(seconds + 0.5) : 3599999;
    if (t >= 3600)
        snprintf(text, 32, "%ld:%02ld:%02ld", t / 3600, t / 60 % 60, t % 60);
    else
        snprintf(text, 32, "%ld:%02ld", t / 60, t % 60);
}

/* What follows the share and the bar, and which of it goes first where all of it has no
 * room. */
enum { COUNT, LOSS, RATE, LEFT, PARTS };
static const int goes[PARTS] = {RATE, LEFT, COUNT, LOSS};

typedef struct Parts {
    char text[PARTS][64];
    bool shown[PARTS];
} Parts;

static Parts parts_of(const MfScreen *s, uint64_t step, double loss, double now)
{
    Parts p = {.shown = {true, true, true, true}};
    char rate[16], left[32];
    double speed = (double)(step - s->first) / (now - s->started + 1e-9);
    int digits = snprintf(NULL, 0, "%" PRIu64, s->total);
    short_number(rate, speed);
    short_time(left, (double)(s->total - step) / (speed + 1e-9));
    snprintf(p.text[COUNT], sizeof p.text[COUNT], "%*" PRIu64 "/%" PRIu64, digits, step,
             s->total);
    snprintf(p.text[LOSS], sizeof p.text[LOSS], "loss %-9.4g", loss);
    snprintf(p.text[RATE], sizeof p.text[RATE], "%6s/s", rate);
    snprintf(p.text[LEFT], sizeof p.text[LEFT], "%s left", left);
    return p;
}

/* The columns of "100%" and what is shown, two spaces between. */
static int text_width(const Parts *p)
{
    int n = 4;
    for (int i = 0; i < PARTS; i++)
        if (p->shown[i])
            n += 2 + (int)strlen(p->text[i]);
    return n;
}

void mf_screen_line(char line[MF_SCREEN_LINE], const MfScreen *s, int width,
                    uint64_t step, double loss, double now)
{
    Parts p = parts_of(s, step, loss, now);
    double share = step < s->total ? (double)step / (double)s->total : 1;
    for (int i = 0; i < PARTS && text_width(&p) > width; i++)
        p.shown[goes[i]] = false;
    int n = snprintf(line, MF_SCREEN_LINE, "%3d%%", (int)(share * 100));
    int room = width - text_width(&p) - 3; /* " [" and "]" */
    if (room >= 5) {
        char bar[64] = "";
        room = room < 60 ? room : 60;
        int filled = (int)(share * room);
        memset(bar, ' ', (size_t)room);
        memset(bar, '=', (size_t)filled);
        if (filled < room)
            bar[filled] = '>';
        n += snprintf(line + n, (size_t)(MF_SCREEN_LINE - n), " [%s%s%s]",
                      s->color ? "\033[32m" : "", bar, s->color ? "\033[0m" : "");
    }
    for (int i = 0; i < PARTS; i++)
        if (p.shown[i])
            n += snprintf(line + n, (size_t)(MF_SCREEN_LINE - n), "  %s", p.text[i]);
    if (width < 4)
        line[0] = '\0';
}

static void screen_draw(MfScreen *s, uint64_t step, double loss, double now)
{
    char line[MF_SCREEN_LINE];
    int width = screen_width() - 1;
    mf_screen_line(line, s, width, step, loss, now);
    fprintf(stderr, "\r%s\033[K", line);
    fflush(stderr);
    s->width = width;
    s->drawn = now;
}

void mf_screen_step(MfScreen *s, uint64_t step, double loss)
{
    if (!s->bar)
        return;
    double now = mf_seconds();
    if (now - s->drawn >= 0.1)
        screen_draw(s, step, loss, now);
}

void mf_screen_clear(MfScreen *s)
{
    if (s->width > 0)
        fputs("\r\033[K", stderr);
    s->width = 0;
    s->drawn = 0;
}

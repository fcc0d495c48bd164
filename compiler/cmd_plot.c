/*
 * cmd_plot.c - mfc plot: the curves of training logs, one panel for each quantity, the
 * runs side by side in it. To a file as SVG or HTML, else to the terminal.
 */
#include "chart.h"
#include "cmd.h"
#include "plot_log.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* ---- names ---- */

/* d.loss for "d.valid_loss", which is of validation. */
static const char *quantity_of(Arena *arena, const char *name, bool *valid)
{
    static const char *const prefix[] = {"valid_", "val_"};
    const char *dot = strrchr(name, '.'), *base = dot ? dot + 1 : name;
    for (int i = 0; i < 2; i++) {
        size_t n = strlen(prefix[i]);
        *valid = strncmp(base, prefix[i], n) == 0;
        if (*valid)
            return arena_format(arena, "%.*s%s", (int)(base - name), name, base + n);
    }
    return name;
}

/* The file's name without its folder and ending. */
static const char *stem_of(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
    const char *dot = strrchr(file, '.');
    return intern_n(arena, file,
                    dot && dot > file ? (size_t)(dot - file) : strlen(file));
}

/* Its stem, or the path where another file has the same stem. */
static const char *run_label(Arena *arena, const Names *paths, int number)
{
    const char *stem = stem_of(arena, paths->at[number]);
    for (int i = 0; i < paths->n; i++)
        if (i != number && stem_of(arena, paths->at[i]) == stem)
            return paths->at[number];
    return stem;
}

/* ---- the chart ---- */

static bool is_wanted(Cmd *cmd, const char *name)
{
    bool valid;
    const char *quantity = quantity_of(cmd->arena, name, &valid);
    for (int i = 0; i < cmd->metric.n; i++)
        if (strcmp(cmd->metric.at[i], name) == 0 ||
            strcmp(cmd->metric.at[i], quantity) == 0)
            return true;
    return cmd->metric.n == 0;
}

static Panel *panel_of(Chart *c, const char *quantity)
{
    for (int i = 0; i < c->panels.n; i++)
        if (strcmp(c->panels.at[i].title, quantity) == 0)
            return &c->panels.at[i];
    Panel new = {.title = quantity};
    PUSH(c->arena, c->panels, new);
    return &c->panels.at[c->panels.n - 1];
}

/* Colours tell runs apart; of a single run, training and validation. */
static void add_run(Cmd *cmd, Chart *c, const Log *log, int run)
{
    bool alone = cmd->operand.n == 1;
    const char *label = run_label(cmd->arena, &cmd->operand, run);
    for (int i = 0; i < log->series.n; i++) {
        const Series *s = &log->series.at[i];
        bool valid;
        const char *quantity = quantity_of(cmd->arena, s->name, &valid);
        if (!is_wanted(cmd, s->name))
            continue;
        Curve curve = {.label = valid ? "validation" : "training",
                       .color = alone ? valid : run,
                       .strong = valid,
                       .n = s->x.n,
                       .x = s->x.at,
                       .y = s->y.at};
        if (!alone)
            curve.label =
                valid ? arena_format(cmd->arena, "%s, validation", label) : label;
        PUSH(cmd->arena, panel_of(c, quantity)->curves, curve);
    }
}

static void check_metrics(Cmd *cmd, const Log *log, int n)
{
    for (int m = 0; m < cmd->metric.n; m++) {
        Names known = {0};
        bool found = false;
        for (int i = 0; i < n; i++)
            for (int k = 0; k < log[i].series.n; k++) {
                bool valid;
                const char *name = log[i].series.at[k].name;
                const char *quantity = quantity_of(cmd->arena, name, &valid);
                found = found || strcmp(cmd->metric.at[m], name) == 0 ||
                        strcmp(cmd->metric.at[m], quantity) == 0;
                PUSH(cmd->arena, known, name);
            }
        if (found)
            continue;
        const char *near = nearest_name(cmd->metric.at[m], known.n, known.at);
        fail(EXIT_USAGE, "--metric %s: no log has it%s%s%s", cmd->metric.at[m],
             near ? ": did you mean " : "", near ? near : "", near ? "?" : "");
    }
}

static ScaleKind scale_of(const char *word)
{
    if (!word || strcmp(word, "auto") == 0)
        return SCALE_AUTO;
    if (strcmp(word, "linear") == 0)
        return SCALE_LINEAR;
    if (strcmp(word, "log") != 0)
        fail(EXIT_USAGE, "--scale is auto, linear or log, not %s", word);
    return SCALE_LOG;
}

static Chart make_chart(Cmd *cmd)
{
    int n = cmd->operand.n;
    Chart chart = {.arena = cmd->arena, .title = "", .scale = scale_of(cmd->scale)};
    Log *log = NEW_N(cmd->arena, Log, n);
    for (int i = 0; i < n; i++) {
        log[i] = log_read(cmd->arena, cmd->operand.at[i]);
        if (log[i].series.n == 0)
            fail(EXIT_FILE,
                 "%s: no line has a value yet: has the training begun, with --log?",
                 log[i].path);
    }
    check_metrics(cmd, log, n);
    chart.x_title = log[0].x_name;
    for (int i = 0; i < n; i++) {
        add_run(cmd, &chart, &log[i], i);
        chart.title = arena_format(cmd->arena, "%s%s%s", chart.title, i ? ", " : "",
                                   run_label(cmd->arena, &cmd->operand, i));
    }
    return chart;
}

/* ---- the terminal ---- */

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value;
}

/* Colours and Braille on a terminal that has them; 80 plain columns elsewhere. */
static Terminal terminal_here(void)
{
    Terminal t = {.width = 80};
    struct winsize size;
    const char *term = getenv("TERM"), *columns = getenv("COLUMNS");
    bool terminal = isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col > 0)
        t.width = size.ws_col;
    else if (columns && atoi(columns) > 0)
        t.width = atoi(columns);
    setlocale(LC_CTYPE, "");
    t.unicode = terminal && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    setlocale(LC_CTYPE, "C");
    t.color = terminal && !is_set("NO_COLOR");
    return t;
}

/* ---- the command ---- */

int cmd_plot(Cmd *cmd)
{
    bool html = cmd->out && path_ends(cmd->out, ".html");
    bool svg = cmd->out && path_ends(cmd->out, ".svg");
    if (cmd->out && strcmp(cmd->out, "-") != 0 && !html && !svg)
        fail(EXIT_USAGE, "plot writes .svg or .html, not %s", cmd->out);
    Chart chart = make_chart(cmd);
    if (html || svg) {
        const char *text = html ? chart_html(&chart) : chart_svg(&chart);
        file_write(cmd->arena, cmd->out, text, strlen(text));
        return 0;
    }
    Terminal terminal = terminal_here();
    fputs(chart_text(&chart, &terminal), stdout);
    return 0;
}

/*
 * graph_page.c - the page of mfc graph. The drawings wait in <template>s; page/graph.js
 * shows one, colours it, and leads from boxes to lines and back.
 */
#include "graph_page.h"
#include "c_print.h"
#include "html.h"

#include <unistd.h>

/* ---- the script ---- */

enum { LARGEST_FILE = 1 << 24 };

/* Every line is an element that says which it is. */
static void add_file(Text *t, Arena *arena, const char *path, int number)
{
    size_t n;
    text_add(t, "<div class=\"name\">");
    html_text(t, path);
    text_add(t, "</div>\n");
    if (access(path, R_OK) != 0) {
        text_add(t, "<p class=\"hint\">not there any more</p>\n");
        return;
    }
    const char *text = file_read(arena, path, LARGEST_FILE, &n);
    text_add(t, "<pre class=\"lines\">");
    for (int line = 1; *text; line++) {
        size_t length = 0;
        while (text[length] && text[length] != '\n')
            length++;
        text_add(t, "<span data-line=\"%d:%d\"><i>%d</i> ", number, line, line);
        html_text(t, intern_n(arena, text, length));
        text_add(t, "</span>\n");
        text += length + (text[length] == '\n');
    }
    text_add(t, "</pre>\n");
}

/* ---- kernels ---- */

/* The C of every kernel once, by its name. */
static void add_kernels(Text *t, Arena *arena, const Calls *calls, const char **comma)
{
    Calls all = kernel_calls(arena, calls);
    for (int i = 0; i < all.n; i++) {
        Kernel *k = all.at[i]->kernel;
        if (k->same != k)
            continue;
        Text kernel = text_new(arena);
        c_kernel(&kernel, k, k->id, NAMES_OF_BUFFERS, NULL, "");
        text_add(t, "%s\n", *comma);
        html_json(t, k->id);
        text_add(t, ": ");
        html_json(t, kernel.at);
        *comma = ",";
    }
}

/* ---- the page ---- */

static void add_bar(Text *t, const GraphPage *p)
{
    static const struct {
        const char *name, *title;
    } titles[] = {{"model", "Model"},
                  {"grad", "Gradient and update"},
                  {"fused", "Kernels"},
                  {"loops", "Kernels and arrays"}};
    bool several = false;
    for (int i = 0; i < p->stages.n; i++)
        several = several || p->stages.at[i].entry != p->stages.at[0].entry;
    text_add(t, "<div id=\"bar\">\n");
    for (int i = 0; i < p->stages.n; i++) {
        const Stage *s = &p->stages.at[i];
        text_add(t, "<button data-stage=\"%d\"%s>", i,
                 s->name == p->first ? " data-first" : "");
        if (several)
            html_text(t, arena_format(p->arena, "%s: ", s->entry));
        for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
            if (intern(p->arena, titles[k].name) == intern(p->arena, s->name))
                text_add(t, "%s", titles[k].title);
        text_add(t, "</button>\n");
    }
    text_add(t,
             "<label>Colour: <select id=\"colour\">"
             "<option value=\"\">kind</option>%s"
             "<option value=\"bytes\">bytes</option>"
             "<option value=\"flops\">FLOPs</option></select></label>\n"
             "<span id=\"legend\"></span>\n"
             "<input id=\"find\" type=\"search\" placeholder=\"Find\">\n"
             "<button id=\"fit\" title=\"the whole drawing\">Fit</button>\n</div>\n",
             p->times ? "<option value=\"seconds\">time</option>" : "");
}

const char *graph_page(const GraphPage *p)
{
    static const char *const scripts[] = {"graph.js"};
    Text t = html_begin(p->arena, p->program->script);
    add_bar(&t, p);
    text_add(&t, "<div id=\"split\">\n<div id=\"view\"></div>\n<div id=\"side\">\n"
                 "<div id=\"details\"></div>\n");
    for (int i = 0; i < p->files.n; i++)
        add_file(&t, p->arena, p->files.at[i], i);
    text_add(&t, "</div>\n</div>\n<noscript>This page needs JavaScript.</noscript>\n");
    for (int i = 0; i < p->stages.n; i++) {
        const Stage *s = &p->stages.at[i];
        text_add(&t, "<template data-entry=\"");
        html_text(&t, s->entry);
        text_add(&t, "\" data-name=\"%s\">\n%s</template>\n", s->name,
                 drawing_svg(s->drawing));
    }
    const char *comma = "";
    text_add(&t, "<script type=\"application/json\" id=\"kernels\">\n{");
    for (int i = 0; i < p->program->entries.n; i++)
        add_kernels(&t, p->arena, &p->emitted.routine[i]->calls, &comma);
    text_add(&t, "}\n</script>\n");
    html_end(&t, 1, scripts);
    return t.at;
}

/*
 * c_title.c - the comment above a kernel: its formulas (title.c), and behind the last
 * one of each line of the script this line.
 *
 *     1  h = sigmoid(x W1 + b1)                                    boston.lua:14
 *        yhat = h W2 + b2                                          boston.lua:15
 *        dyhat = ...
 */
#include "c_file.h"

#include <string.h>

/* So much of the text as fits, at the end of a word. */
static size_t fitting(const char *text, size_t room)
{
    size_t n = strlen(text);
    if (n <= room)
        return n;
    for (n = room; n > 0 && text[n] != ' ';)
        n--;
    return n > 0 ? n : room;
}

/* The lines of one formula, the script's line behind the last of them. */
static const char *print_item(Text *t, const char *lead, const char *margin,
                              const TitleLine *item, const char *line, bool last)
{
    const char *rest = c_comment(t->arena, item->text), *more = "";
    size_t tail = strlen(line);
    do {
        size_t used = strlen(lead) + strlen(more);
        size_t room = TEXT_WIDTH - used - (tail > 0 ? tail + 2 : 0) - 3;
        size_t n = fitting(rest, TEXT_WIDTH - used);
        if (n > room && rest[n] == '\0')
            n = fitting(rest, room);
        const char *text = arena_format(t->arena, "%s%s%.*s", lead, more, (int)n, rest);
        rest += n;
        rest += *rest == ' ';
        bool end = *rest == '\0';
        if (!end)
            text_line(t, "%s", text);
        else if (tail > 0)
            text_line(t, "%-*s  %s%s", (int)(room + used), text, line,
                      last ? " */" : "");
        else
            text_line(t, "%s%s", text, last ? " */" : "");
        lead = margin;
        more = "    ";
    } while (*rest != '\0');
    return margin;
}

/* The formulas are those of the first call: "where at = 0" (loop_alike.c). */
static void add_numbers(Text *t, TitleLines *lines, const KernelNames *names)
{
    const char *text = "";
    for (int i = 0; i < names->n; i++) {
        const Buffer *b = names->at[i].buffer;
        if (b->counter)
            text = arena_format(t->arena, "%s%s %s = %lld", text, *text ? "," : "where",
                                names->at[i].name, (long long)b->number);
    }
    if (!*text || lines->n == 0)
        return;
    TitleLine line = {text, lines->at[lines->n - 1].where};
    PUSH(t->arena, *lines, line);
}

void c_title(Text *t, Titler *titler, const Kernel *k, const KernelNames *names)
{
    TitleLines lines = kernel_title(titler, k, names);
    add_numbers(t, &lines, names);
    const char *lead = arena_format(t->arena, "/* %d  ", k->number);
    const char *margin = arena_format(t->arena, " *%*s", (int)strlen(lead) - 2, "");
    for (int i = 0; i < lines.n; i++) {
        bool last = i + 1 == lines.n;
        const char *line = file_line(t->arena, lines.at[i].where);
        bool same =
            !last && strcmp(line, file_line(t->arena, lines.at[i + 1].where)) == 0;
        lead = print_item(t, lead, margin, &lines.at[i], same ? "" : line, last);
    }
}

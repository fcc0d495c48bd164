/*
 * html.c - the frame of the pages that mfc writes. Style and scripts are files of
 * page/, copied into each page: it works without a network and can be sent by mail.
 */
#include "html.h"

#include <string.h>

#include "page.h"

enum { FILES = sizeof page_files / sizeof *page_files };

/* Bytes of the UTF-8 sequence that begins here; 0: none does. */
static int sequence(const char *text)
{
    unsigned char c = (unsigned char)*text;
    int n = c < 0x80   ? 1
            : c < 0xc2 ? 0
            : c < 0xe0 ? 2
            : c < 0xf0 ? 3
            : c < 0xf5 ? 4
                       : 0;
    for (int i = 1; i < n; i++)
        if (((unsigned char)text[i] & 0xc0) != 0x80)
            return 0;
    unsigned char next = n > 2 ? (unsigned char)text[1] : 0xa0;
    bool off = (c == 0xe0 && next < 0xa0) || (c == 0xed && next >= 0xa0) ||
               (c == 0xf0 && next < 0x90) || (c == 0xf4 && next >= 0x90);
    return off ? 0 : n;
}

static bool is_control(char c)
{
    return ((unsigned char)c < ' ' && c != '\n' && c != '\t') || c == 0x7f;
}

typedef const char *Escape(char c); /* what stands for it, or NULL */

static void add_text(Text *t, const char *text, Escape *escape)
{
    while (*text) {
        int n = sequence(text);
        const char *other = n == 1 ? escape(*text) : NULL;
        if (n == 0 || is_control(*text))
            text_add(t, "%s", "\xef\xbf\xbd");
        else if (other)
            text_add(t, "%s", other);
        else
            text_add(t, "%.*s", n, text);
        text += n > 0 ? n : 1;
    }
}

static const char *html_escape(char c)
{
    return c == '<'    ? "&lt;"
           : c == '>'  ? "&gt;"
           : c == '&'  ? "&amp;"
           : c == '"'  ? "&quot;"
           : c == '\'' ? "&#39;"
                       : NULL;
}

static const char *json_escape(char c)
{
    return c == '"'    ? "\\\""
           : c == '\\' ? "\\\\"
           : c == '\n' ? "\\n"
           : c == '\t' ? "\\t"
           : c == '<'  ? "\\u003c"
                       : NULL;
}

void html_text(Text *t, const char *text)
{
    add_text(t, text, html_escape);
}

void html_json(Text *t, const char *text)
{
    text_add(t, "\"");
    add_text(t, text, json_escape);
    text_add(t, "\"");
}

static const char *file_text(const char *name)
{
    for (int i = 0; i < FILES; i++)
        if (strcmp(page_files[i].name, name) == 0)
            return page_files[i].text;
    bug("there is no page/%s", name);
}

Text html_begin(Arena *arena, const char *title)
{
    Text t = text_new(arena);
    text_add(&t,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html_text(&t, title);
    text_add(&t, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>",
             file_text("page.css"));
    html_text(&t, title);
    text_add(&t, "</h1>\n");
    return t;
}

void html_end(Text *t, int n, const char *const *scripts)
{
    for (int i = 0; i < n; i++)
        text_add(t, "<script>\n%s</script>\n", file_text(scripts[i]));
    text_add(t, "</body>\n</html>\n");
}

/*
 * html.h - pages that need nothing but themselves: text as HTML, SVG and JSON want it,
 * and the frame of a page with its style and its script (the files of page/).
 */
#ifndef MFC_HTML_H
#define MFC_HTML_H

#include "text.h"

/* The text with what HTML and SVG give a meaning to written otherwise; bytes that are
 * not UTF-8, and control characters, become U+FFFD. */
void html_text(Text *t, const char *text);
/* The same as a string of JSON, in quotes, which may stand inside of <script>. */
void html_json(Text *t, const char *text);

/* Begins a page; what follows is its body. */
Text html_begin(Arena *arena, const char *title);
/* Adds these files of page/ as scripts, and ends the page. A script says that it went
 * through to its end by the attribute data-ready of the page's element <html>. */
void html_end(Text *t, int n, const char *const *scripts);

#endif

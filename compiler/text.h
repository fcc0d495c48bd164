/*
 * text.h - a growing text with indentation, and names that are identifiers of C.
 */
#ifndef MFC_TEXT_H
#define MFC_TEXT_H

#include "base.h"

enum { TEXT_WIDTH = 88, TEXT_INDENT = 4 };

typedef struct Text {
    Arena *arena;
    char *at; /* NUL-terminated */
    size_t n, cap;
    int indent; /* levels */
} Text;

Text text_new(Arena *arena);
void text_add(Text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* An indented line. */
void text_line(Text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_blank(Text *t); /* an empty line */
void text_open(Text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_close(Text *t, const char *end); /* "}" + end */
/* head(item, item, ...) tail: filled up to the width, continued below the first
 * item, as clang-format does. */
void text_list(Text *t, const char *head, int n, const char *const *item,
               const char *tail);
/* Words in filled lines, each after `lead`. */
void text_fill(Text *t, const char *lead, const char *words);
/* A comment: one line if it fits, else filled lines between the stars. */
void text_comment(Text *t, const char *text);
/* From here on clang-format leaves the lines as they are; until here. */
void text_format_off(Text *t);
void text_format_on(Text *t);
/* "head = {", which is data, so that its layout stays as it is; and its end. */
void text_table(Text *t, const char *head);
void text_table_end(Text *t);
/* A string of C; what is not plain ASCII is escaped in octal. */
const char *text_quote(Arena *arena, const char *text);

/* Does the word stand somewhere in the text? */
bool text_mentions(const char *text, const char *word);
bool text_mentions_call(const char *text, const char *function); /* and a ( after it */

/* ---- identifiers ---- */

/* The names that are taken in a scope; `outer` is one whose names are taken too. */
typedef struct Scope {
    Arena *arena;
    const struct Scope *outer;
    struct Taken *slot; /* open addressing; size a power of two */
    int n, size;
} Scope;

Scope scope_new(Arena *arena, const Scope *outer);
/* A name's identifier: other characters than letters, digits and _ become _, words
 * of C and names of the runtime get a _ behind, and a name that is taken gets the
 * next number behind. The result is taken from now on. */
const char *scope_name(Scope *s, const char *name);
/* A long name without the parts, between dots, that say least: v.qkv.weight; at most 32
 * letters of it. */
const char *text_short(Arena *arena, const char *name);
/* The identifier alone, taken or not. */
const char *text_identifier(Arena *arena, const char *name);

/* The shortest decimal that reads back, whole numbers without an exponent where that is
 * no longer: 0.5, 100, 1e-05, nan. */
const char *shortest_number(Arena *arena, double v, bool single);
/* The same as a literal of C: 0.5f, 1e-05, INFINITY. */
const char *number_text(Arena *arena, double v, bool single);

#endif

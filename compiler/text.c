/*
 * text.c - text with indentation, lists that fill lines, identifiers, numbers.
 */
#include "text.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

Text text_new(Arena *arena)
{
    Text t = {.arena = arena, .cap = 512};
    t.at = arena_alloc(arena, t.cap, 1);
    return t;
}

static void grow(Text *t, size_t more)
{
    if (t->n + more + 1 <= t->cap)
        return;
    size_t cap = 2 * t->cap + more;
    char *at = arena_alloc(t->arena, cap, 1);
    memcpy(at, t->at, t->n);
    t->at = at;
    t->cap = cap;
}

static void add_v(Text *t, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    size_t room = t->cap - t->n;
    int n = vsnprintf(t->at + t->n, room, format, args);
    if ((size_t)n >= room) { /* again, with room for all of it */
        grow(t, (size_t)n);
        vsnprintf(t->at + t->n, (size_t)n + 1, format, again);
    }
    va_end(again);
    t->n += (size_t)n;
}

void text_add(Text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_v(t, format, args);
    va_end(args);
}

static void line_v(Text *t, const char *format, va_list args)
{
    text_add(t, "%*s", t->indent * TEXT_INDENT, "");
    add_v(t, format, args);
}

void text_line(Text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    line_v(t, format, args);
    va_end(args);
    text_add(t, "\n");
}

void text_blank(Text *t)
{
    text_add(t, "\n");
}

void text_open(Text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    line_v(t, format, args);
    va_end(args);
    text_add(t, " {\n");
    t->indent++;
}

void text_close(Text *t, const char *end)
{
    t->indent--;
    text_line(t, "}%s", end);
}

void text_list(Text *t, const char *head, int n, const char *const *item,
               const char *tail)
{
    size_t start = (size_t)(t->indent * TEXT_INDENT), at = start + strlen(head);
    size_t left = at;
    text_add(t, "%*s%s", (int)start, "", head);
    for (int i = 0; i < n; i++) /* what does not fit there goes below, indented */
        if (at + strlen(item[i]) + (i + 1 < n ? 1 : strlen(tail)) > TEXT_WIDTH)
            left = start + TEXT_INDENT;
    if (left != at) {
        text_add(t, "\n%*s", (int)left, "");
        at = left;
    }
    for (int i = 0; i < n; i++) {
        size_t w = strlen(item[i]) + (i + 1 < n ? 1 : strlen(tail));
        if (i > 0 && at + 1 + w > TEXT_WIDTH) {
            text_add(t, "\n%*s", (int)left, "");
            at = left;
        } else if (i > 0) {
            text_add(t, " ");
            at++;
        }
        text_add(t, "%s%s", item[i], i + 1 < n ? "," : "");
        at += w;
    }
    text_add(t, "%s\n", tail);
}

/* How much of the text goes into `room` columns, cut between words. */
static size_t line_length(const char *text, size_t room)
{
    size_t n = strlen(text);
    if (n <= room)
        return n;
    n = room;
    while (n > 0 && text[n] != ' ')
        n--;
    return n == 0 ? room : n;
}

void text_fill(Text *t, const char *lead, const char *words)
{
    size_t room = TEXT_WIDTH - (size_t)(t->indent * TEXT_INDENT) - strlen(lead);
    while (*words) {
        size_t n = line_length(words, room);
        text_line(t, "%s%.*s", lead, (int)n, words);
        words += n;
        while (*words == ' ')
            words++;
    }
}

void text_comment(Text *t, const char *text)
{
    size_t start = (size_t)(t->indent * TEXT_INDENT);
    if (start + strlen(text) + 6 <= TEXT_WIDTH) {
        text_line(t, "/* %s */", text);
        return;
    }
    const char *lead = "/* ";
    while (*text) {
        size_t n = line_length(text, TEXT_WIDTH - start - 6);
        text_line(t, "%s%.*s%s", lead, (int)n, text, text[n] == 0 ? " */" : "");
        text += n;
        while (*text == ' ')
            text++;
        lead = " * ";
    }
}

/* What was just put on, stays off. */
void text_format_off(Text *t)
{
    static const char format_on[] = "/* clang-format on */\n";
    size_t on = strlen(format_on);
    bool blank = t->n > 1 && strcmp(t->at + t->n - 2, "\n\n") == 0;
    size_t end = t->n - blank;
    if (end < on || strncmp(t->at + end - on, format_on, on) != 0) {
        text_line(t, "/* clang-format off */");
        return;
    }
    for (t->n = end - on; t->n > 0 && t->at[t->n - 1] == ' ';)
        t->n--;
    t->at[t->n] = '\0';
    if (blank)
        text_blank(t);
}

void text_format_on(Text *t)
{
    text_line(t, "/* clang-format on */");
}

void text_table(Text *t, const char *head)
{
    text_format_off(t);
    text_line(t, "%s = {", head);
    t->indent++;
}

void text_table_end(Text *t)
{
    text_close(t, ";");
    text_format_on(t);
    text_blank(t);
}

const char *text_quote(Arena *arena, const char *text)
{
    Text t = text_new(arena);
    text_add(&t, "\"");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            text_add(&t, "\\%c", c);
        else if (c < ' ' || c > '~' || c == '?')
            text_add(&t, "\\%03o", c);
        else
            text_add(&t, "%c", c);
    }
    text_add(&t, "\"");
    return t.at;
}

static bool in_word(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* The word with `after` behind it ('\\0': anything that ends a word). */
static bool mentions(const char *text, const char *word, char after)
{
    size_t n = strlen(word);
    for (const char *p = text; (p = strstr(p, word)) != NULL; p++)
        if ((p == text || !in_word(p[-1])) && !in_word(p[n]) &&
            (after == 0 || p[n] == after))
            return true;
    return false;
}

bool text_mentions(const char *text, const char *word)
{
    return mentions(text, word, 0);
}

bool text_mentions_call(const char *text, const char *function)
{
    return mentions(text, function, '(');
}

/* ---- identifiers ---- */

enum { LONGEST = 40 }; /* of an identifier, but for its number */

/* Words of C and C++, and what the emitted code uses. */
static const char reserved[] =
    "auto break case char const continue default do double else enum extern float "
    "for goto if inline int long register restrict return short signed sizeof "
    "static struct switch typedef union unsigned void volatile while bool true "
    "false NULL INFINITY NAN linux unix asm typeof main int8_t int32_t uint64_t "
    "uint32_t size_t fmaf fma sqrt sqrtf floor floorf ceil ceilf offsetof i386 "
    "errno assert class template new delete this private public namespace "
    "operator virtual friend try catch throw using export mutable explicit "
    "typename net seed step work metric stdin stdout stderr EOF noreturn FILE and "
    "or not xor signbit isnan isinf int64_t nullptr constexpr memcpy memset "
    "alignas static_assert thread_local char8_t char16_t char32_t wchar_t "
    "decltype noexcept static_cast dynamic_cast const_cast reinterpret_cast "
    "typeid bitand bitor compl and_eq or_eq xor_eq not_eq concept requires "
    "co_await co_return co_yield consteval constinit typeof_unqual alignof HUGE "
    "MAXFLOAT signgam math_errhandling";

/* May be a macro, by its first or its last part: of a header that the C includes, like
 * FLT_MAX, M_PI and INT32_MAX, or one of ours, like NET_PARAM_BYTES. */
static bool is_macro(const char *name)
{
    static const char first[] =
        "BYTE DBL DECIMAL FLT FP HUGE INT INTMAX INTPTR LDBL M MATH "
        "PTRDIFF SIG SIZE UINT UINTMAX UINTPTR WCHAR WINT",
                      last[] = "BYTES ENDIAN MAIN TENSORS";
    char part[LONGEST + 8];
    const char *end = strrchr(name, '_');
    if (!end || !end[1])
        return false;
    snprintf(part, sizeof part, "%.*s", (int)strcspn(name, "0123456789_"), name);
    return text_mentions(first, part) || text_mentions(last, end + 1);
}

static bool is_reserved(const char *name)
{
    return text_mentions(reserved, name) || is_macro(name) ||
           strncmp(name, "mf_", 3) == 0 || strncmp(name, "Mf", 2) == 0 ||
           strncmp(name, "MF_", 3) == 0;
}

static void make_identifier(const char *name, char *to)
{
    int n = 0;
    bool digit = *name >= '0' && *name <= '9';
    if (!(*name >= 'a' && *name <= 'z') && !(*name >= 'A' && *name <= 'Z'))
        to[n++] = 'v'; /* names with a leading _ belong to the implementation */
    if (digit)
        to[n++] = '_';
    for (; *name && n < LONGEST; name++) {
        unsigned char c = (unsigned char)*name;
        bool word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (word || n == 0 || to[n - 1] != '_')
            to[n++] = word ? (char)c : '_';
    }
    to[n] = 0;
    if (is_reserved(to))
        strcat(to, "_");
}

/* The length of the part of a name that begins here. */
static size_t part_length(const char *part)
{
    return strcspn(part, ".");
}

const char *text_short(Arena *arena, const char *name)
{
    enum { SHORT = 20, MUCH = 12, WHOLE = 32 };
    char *text = arena_format(arena, "%s", name);
    const char *dot = strrchr(name, '.');
    size_t last = strlen(dot ? dot + 1 : name) + 3; /* with one letter before it */
    while (strlen(text) > (last > SHORT ? last : SHORT) && strchr(text, '.')) {
        /* the longest part goes, if it is much; else the first one */
        char *most = text;
        for (char *p = text; strchr(p, '.'); p = strchr(p, '.') + 1)
            if (part_length(p) > part_length(most) && part_length(p) > MUCH)
                most = p;
        char *behind = most + part_length(most) + 1;
        memmove(most, behind, strlen(behind) + 1);
    }
    size_t n = strlen(text);
    if (n <= WHOLE)
        return text;
    const char *end = text + n - WHOLE;
    for (const char *p = end; *p; p++)
        if (p[-1] == '_' && ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z')))
            return p;
    return end;
}

const char *text_identifier(Arena *arena, const char *name)
{
    char id[LONGEST + 8];
    make_identifier(name, id);
    return arena_format(arena, "%s", id);
}

/* `next`: the numbers from 2 to before it are taken behind this name. */
typedef struct Taken {
    const char *name;
    int next;
} Taken;

Scope scope_new(Arena *arena, const Scope *outer)
{
    return (Scope){.arena = arena, .outer = outer};
}

/* Where the name stands in the scope, or would stand; NULL: the scope is empty. */
static Taken *find_slot(const Scope *s, const char *name)
{
    if (s->size == 0)
        return NULL;
    size_t i = (size_t)hash_text(0, name), last = (size_t)(s->size - 1);
    while (s->slot[i & last].name && strcmp(s->slot[i & last].name, name) != 0)
        i++;
    return &s->slot[i & last];
}

static bool taken(const Scope *s, const char *name)
{
    for (; s; s = s->outer) {
        Taken *at = find_slot(s, name);
        if (at && at->name)
            return true;
    }
    return false;
}

static void take(Scope *s, const char *name)
{
    if (2 * (s->n + 1) > s->size) {
        Scope old = *s;
        s->size = old.size ? 2 * old.size : 32;
        s->slot = NEW_N(s->arena, Taken, s->size);
        for (int i = 0; i < old.size; i++)
            if (old.slot[i].name)
                *find_slot(s, old.slot[i].name) = old.slot[i];
    }
    *find_slot(s, name) = (Taken){name, 2};
    s->n++;
}

const char *scope_name(Scope *s, const char *name)
{
    char id[LONGEST + 8];
    make_identifier(name, id);
    const char *result = arena_format(s->arena, "%s", id);
    bool digit = id[strlen(id) - 1] >= '0' && id[strlen(id) - 1] <= '9';
    Taken *base = find_slot(s, id);
    int i = base && base->name ? base->next : 2;
    while (taken(s, result))
        result = arena_format(s->arena, digit ? "%s_%d" : "%s%d", id, i++);
    if (base && base->name)
        base->next = i;
    take(s, result);
    return result;
}

const char *shortest_number(Arena *arena, double v, bool single)
{
    char text[320], whole[40] = ""; /* gcc does not see that 24 are enough */
    if (isnan(v))
        return "nan";
    int few = 0, enough = single ? 9 : 17; /* digits that do not say it, and that do */
    while (enough - few > 1) {
        int digits = (few + enough) / 2;
        snprintf(text, sizeof text, "%.*g", digits, v);
        if (single ? strtof(text, NULL) == (float)v : strtod(text, NULL) == v)
            enough = digits;
        else
            few = digits;
    }
    snprintf(text, sizeof text, "%.*g", enough, v);
    if (fabs(v) < 1e17 && strchr(text, 'e') != NULL)
        snprintf(whole, sizeof whole, "%.0f", v);
    bool plain = *whole != '\0' && strlen(whole) <= strlen(text) &&
                 strtod(whole, NULL) == v; /* 100, not 1e+02 */
    return arena_format(arena, "%s", plain ? whole : text);
}

const char *number_text(Arena *arena, double v, bool single)
{
    if (isnan(v))
        return single ? "NAN" : "(double)NAN";
    if (isinf(v))
        return v > 0 ? (single ? "INFINITY" : "(double)INFINITY")
                     : (single ? "-INFINITY" : "-(double)INFINITY");
    const char *text = shortest_number(arena, v, single);
    bool point = strpbrk(text, ".e") != NULL;
    return arena_format(arena, "%s%s%s", text, point ? "" : ".0", single ? "f" : "");
}

/*
 * script_syntax.c - what a text that is no Lua was meant to be. Who comes from Python
 * or C writes != and import, or forgets a comma; Lua's parser tells only where it could
 * not go on. The line where it stopped, and those just before, show what habit it was.
 */
#include "lua_token.h"
#include "script.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Text that only stands in lines of another language, and what is written in its place;
 * with ^ at the beginning of a line, with $ at its end. */
typedef struct Habit {
    const char *text, *write;
} Habit;

static const Habit habits[] = {
    {"^import ", "write local mf = require \"mfc\""},
    {"^from ", "write local mf = require \"mfc\""},
    {"^#", "a comment begins with --"},
    {"^//", "a comment begins with --"},
    {"^def ", "write local function f(x) ... end"},
    {"^class ", "write local function f(x) ... end, which is as good a layer"},
    {"lambda ", "write function(x) return ... end"},
    {"^elif ", "write elseif c then"},
    {"^with ", "write do ... end"},
    {"^try:", "scripts catch no errors"},
    {"range(", "write for i = 1, n do ... end"},
    {"+=", "write x = x + 1"},
    {"++", "write x = x + 1"},
    {"-=", "write x = x - 1"},
    {"*=", "write x = x * 2"},
    {"!=", "write a ~= b"},
    {"**", "write x ^ 2"},
    {"&&", "write a and b"},
    {"||", "write a or b"},
    {" @ ", "write a:mm(b)"},
    {"[:", "write x:slice(axis, first, last), counted from 1"},
    {":]", "write x:slice(axis, first, last), counted from 1"},
    {"\":", "write { key = value }"},
    {"':", "write { key = value }"},
    {" ? ", "write c and a or b"},
    {"^if $:", "write if c then ... end"},
    {"^while $:", "write while c do ... end"},
    {"^for $:", "write for i = 1, n do ... end"},
    {"^else:", "write else without a colon"},
};

/* What Lua wanted, and what it stopped at. */
typedef struct Stop {
    const char *wanted, *at, *write;
} Stop;

static const Stop stops[] = {
    {NULL, "'['", "a list stands in braces: { B, 2 }"},
    {"')' expected", "'='", "options stand in a table: f(x, { bias = false })"},
    {"'}' expected", "':'", "write { key = value }"},
    {"'then' expected", "'='", "write a == b"},
    {"']' expected", "':'", "write x:slice(axis, first, last), counted from 1"},
    {"function arguments expected", NULL, "a method is called, as in x:relu()"},
    {"'=' expected", NULL, "a statement is a call, or local name = value"},
};

/* Line `number` of the text, without blanks at its ends and the comment; *n bytes. */
static const char *line_at(const char *text, int number, size_t *n)
{
    for (; number > 1; number--) {
        const char *end = strchr(text, '\n');
        if (end == NULL)
            break;
        text = end + 1;
    }
    text += strspn(text, " \t");
    *n = number < 1 ? 0 : strcspn(text, "\r\n");
    for (size_t i = 0; i + 1 < *n; i++)
        if (text[i] == '-' && text[i + 1] == '-')
            *n = i;
    while (*n > 0 && strchr(" \t", text[*n - 1]) != NULL)
        --*n;
    return text;
}

static bool shows(const Habit *habit, const char *line, size_t n)
{
    const char *text = habit->text, *end = strchr(text, '$');
    bool first = *text == '^';
    text += first;
    size_t m = end != NULL ? (size_t)(end - text) : strlen(text);
    if (end != NULL && (n == 0 || line[n - 1] != end[1]))
        return false;
    for (size_t i = 0; i + m <= n && (i == 0 || !first); i++)
        if (strncmp(line + i, text, m) == 0 &&
            !(i > 0 && isalpha((unsigned char)*text) &&
              isalpha((unsigned char)line[i - 1])))
            return true;
    return false;
}

static const char *habit_of(const char *text, int line)
{
    size_t n;
    const char *at = line_at(text, line, &n);
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
        if (shows(&habits[i], at, n))
            return habits[i].write;
    return NULL;
}

static bool has(const char *message, const char *part)
{
    return part == NULL || strstr(message, part) != NULL;
}

/* Whether the message stops at what may be the next of a list's elements. */
static bool may_follow(const char *near)
{
    static const char words[] =
        " and do else elseif end for function goto if in local not "
        "or repeat return then until while ";
    const char *end = strchr(near + 6, '\'');
    char word[32];
    if (strncmp(near, "near '", 6) != 0 || end == NULL || end - near > 30 ||
        strchr("=:;.,)}]", near[6]) != NULL)
        return false;
    snprintf(word, sizeof word, " %.*s ", (int)(end - near - 6), near + 6);
    return strstr(words, word) == NULL;
}

/* What to write, and in which line: a colon at the end of one is read as the begin of a
 * method's name, and more lines than one may follow before that goes wrong. */
static const char *remedy(const char *message, const char *text, int *line, bool first)
{
    enum { ABOVE = 3 };
    const char *write = habit_of(text, *line), *near = strstr(message, "near ");
    for (int k = *line - 1; write == NULL && k >= 1 && k >= *line - ABOVE; k--) {
        size_t n;
        const char *above = line_at(text, k, &n);
        if (n > 0 && above[n - 1] == ':' && (write = habit_of(text, k)) != NULL)
            *line = k;
    }
    for (size_t i = 0; write == NULL && i < sizeof stops / sizeof *stops; i++)
        if (has(message, stops[i].wanted) && near != NULL && has(near, stops[i].at))
            write = stops[i].write;
    bool list = strncmp(message, "'}' expected", 12) == 0 ||
                strncmp(message, "')' expected", 12) == 0;
    if (write == NULL && list && near != NULL && may_follow(near))
        write = first && message[1] == ')' ? "is a ) or a comma missing above?"
                                           : "is a comma missing before it?";
    return write;
}

/* The last line before this one that is not empty; 0: none. */
static int line_before(const char *text, int line)
{
    size_t n = 0;
    while (--line >= 1 && n == 0)
        line_at(text, line, &n);
    return line + 1;
}

/* Where the message stops at the first word of a line, the mistake is likely to be at
 * the end of the one above. */
static bool stops_first(const char *message, const char *text, int line)
{
    size_t n;
    const char *near = strstr(message, "near '"), *at = line_at(text, line, &n);
    size_t m = near != NULL ? strcspn(near + 6, "'") : 0;
    return m > 0 && m <= n && strncmp(at, near + 6, m) == 0;
}

/* Lua's word that is meant by a name that the script has only once; NULL: none. */
static const char *misspelt(const Tokens *tokens, const Token *t)
{
    static const char *const words[] = {"break",  "else",     "elseif", "end",
                                        "for",    "function", "local",  "repeat",
                                        "return", "then",     "until",  "while"};
    if (t->kind != T_NAME || token_is_word(t) || token_is(t + 1, "=") ||
        (t > tokens->at && (token_is(t - 1, ".") || token_is(t - 1, ":"))))
        return NULL;
    const char *word = nearest_name(t->text, sizeof words / sizeof *words, words);
    for (int k = 0; word != NULL && k < tokens->n; k++)
        if (&tokens->at[k] != t && token_is(&tokens->at[k], t->text))
            return NULL;
    return word;
}

/* Notes what seems wrong in the lines from `first` to where Lua stopped, the last ones
 * of a long script. */
static bool note_slip(Arena *arena, const char *text, int first, Where where)
{
    enum { MOST_LINES = 5000 };
    Tokens tokens = lua_tokens(arena, text);
    const Token *bare = NULL, *t = tokens.at;
    if (first < where.line - MOST_LINES)
        first = where.line - MOST_LINES;
    for (; t->kind != T_END && t->line <= where.line; t++) {
        const char *word = t->line >= first ? misspelt(&tokens, t) : NULL;
        if (word != NULL) {
            note_at((Where){where.file, t->line}, "is %s meant to be %s?", t->text,
                    word);
            return true;
        }
        if (bare == NULL && t->line >= first)
            bare = token_bare_local(t);
    }
    if (bare != NULL)
        note_at((Where){where.file, bare->line}, "is = missing after %s?", bare->text);
    return bare != NULL;
}

void syntax_fail(Arena *arena, Where where, const char *message, const char *text)
{
    const char *opened = strstr(message, " at line ");
    bool first = stops_first(message, text, where.line);
    int before = line_before(text, where.line), stopped = where.line;
    const char *write = remedy(message, text, &where.line, first);
    bool surplus = strncmp(message, "<eof> expected near 'end'", 25) == 0;
    int from = opened != NULL ? atoi(opened + 9) : surplus ? 1 : before;
    if (write == NULL && note_slip(arena, text, from, where))
        fail_at(where, "%s", message);
    if (opened != NULL)
        note_at((Where){where.file, from}, "it begins here");
    else if (first && where.line == stopped && before < stopped)
        note_at((Where){where.file, before}, "or is the end of this line wrong?");
    fail_at(where, "%s%s%s", message, write != NULL ? ": " : "",
            write != NULL ? write : "");
}

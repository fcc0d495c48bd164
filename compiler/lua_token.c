/*
 * lua_token.c - a lexer that knows just enough of Lua.
 */
#include "lua_token.h"

#include <ctype.h>
#include <string.h>

typedef struct Lexer {
    Arena *arena;
    const char *at;
    int line;
} Lexer;

/* At "[[" or "[==[": the number of = signs; else -1. */
static int long_bracket(const char *p)
{
    if (*p != '[')
        return -1;
    size_t n = strspn(p + 1, "=");
    return p[1 + n] == '[' ? (int)n : -1;
}

static void skip_long(Lexer *lex, int level)
{
    for (; *lex->at; lex->at++) {
        if (*lex->at == '\n')
            lex->line++;
        if (*lex->at == ']' && (int)strspn(lex->at + 1, "=") == level &&
            lex->at[1 + level] == ']') {
            lex->at += level + 2;
            return;
        }
    }
}

static void skip_space(Lexer *lex)
{
    for (;;) {
        while (isspace((unsigned char)*lex->at))
            lex->line += *lex->at++ == '\n';
        if (strncmp(lex->at, "--", 2) != 0)
            return;
        lex->at += 2;
        int level = long_bracket(lex->at);
        if (level >= 0) {
            lex->at += level + 2;
            skip_long(lex, level);
        } else {
            lex->at += strcspn(lex->at, "\n");
        }
    }
}

static void skip_quoted(Lexer *lex)
{
    char quote = *lex->at++;
    while (*lex->at && *lex->at != quote && *lex->at != '\n')
        lex->at += lex->at[0] == '\\' && lex->at[1] ? 2 : 1;
    if (*lex->at == quote)
        lex->at++;
}

static Token next_token(Lexer *lex)
{
    skip_space(lex);
    const char *start = lex->at;
    Token token = {.line = lex->line};
    unsigned char c = (unsigned char)*start;
    int level = long_bracket(start);
    if (!c)
        return token;
    if (c == '"' || c == '\'') {
        token.kind = T_TEXT;
        skip_quoted(lex);
    } else if (level >= 0) {
        token.kind = T_TEXT;
        lex->at += level + 2;
        skip_long(lex, level);
    } else if (isalpha(c) || c == '_') {
        token.kind = T_NAME;
        while (isalnum((unsigned char)*lex->at) || *lex->at == '_')
            lex->at++;
    } else if (isdigit(c)) {
        token.kind = T_NUMBER;
        while (isalnum((unsigned char)*lex->at) || *lex->at == '.')
            lex->at++;
    } else {
        token.kind = T_MARK;
        bool pair = strncmp(start, "==", 2) == 0 || strncmp(start, "~=", 2) == 0 ||
                    strncmp(start, "..", 2) == 0;
        lex->at += pair ? 2 : 1;
    }
    token.text = intern_n(lex->arena, start, (size_t)(lex->at - start));
    return token;
}

Tokens lua_tokens(Arena *arena, const char *text)
{
    enum { AHEAD = 9 };
    Lexer lex = {arena, text, 1};
    Tokens tokens = {0};
    for (int ends = 0; ends < AHEAD;) {
        Token token = next_token(&lex);
        PUSH(arena, tokens, token);
        ends += token.kind == T_END;
    }
    return tokens;
}

bool token_is(const Token *t, const char *text)
{
    return (t->kind == T_NAME || t->kind == T_MARK) && strcmp(t->text, text) == 0;
}

bool token_is_word(const Token *t)
{
    static const char *const words[] = {"and",      "break",  "do",    "else",
                                        "elseif",   "end",    "false", "for",
                                        "function", "goto",   "if",    "in",
                                        "local",    "nil",    "not",   "or",
                                        "repeat",   "return", "then",  "true",
                                        "until",    "while"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (token_is(t, words[i]))
            return true;
    return false;
}

const Token *token_bare_local(const Token *t)
{
    if (!token_is(t++, "local"))
        return NULL;
    while (t->kind == T_NAME && token_is(t + 1, ","))
        t += 2;
    const Token *next = t + 1;
    bool value = (next->kind == T_NAME && !token_is_word(next)) || token_is(next, "(");
    return value && t->kind == T_NAME && !token_is_word(t) && next->line == t->line
               ? t
               : NULL;
}

/* ---- expressions ---- */

/* Past the bracket or block that this token opens. */
static const Token *past_group(const Token *t)
{
    static const char *const open[] = {"(", "[", "{", "function", "do", "if", "repeat"};
    static const char *const close[] = {")", "]", "}", "end", "until"};
    int depth = 0;
    do {
        for (size_t i = 0; i < sizeof open / sizeof *open; i++)
            depth += token_is(t, open[i]);
        for (size_t i = 0; i < sizeof close / sizeof *close; i++)
            depth -= token_is(t, close[i]);
        t++;
    } while (depth > 0 && t->kind != T_END);
    return t;
}

static bool is_operator(const Token *t)
{
    return t->kind == T_MARK ? strchr("+-*/%^&|~<>=.", *t->text) != NULL
                             : token_is(t, "and") || token_is(t, "or");
}

/* What gives the positions of what this function gives, which is one value where other
 * libraries give both; NULL: it is another function. */
static const char *positions_of(const Token *function)
{
    return token_is(function, "max")   ? "argmax"
           : token_is(function, "min") ? "argmin"
                                       : NULL;
}

/* Past a name, number, text, table, function or call. *many: how many values it gives
 * is known only when it runs; *positions: it is a call that gives one, without them.
 * NULL: it is none of them. */
static const Token *past_operand(const Token *t, bool *many, const char **positions)
{
    const char *function = NULL;
    bool named = t->kind == T_NAME && !token_is_word(t);
    bool called = named || token_is(t, "("); /* may be */
    *many = token_is(t, "..") && token_is(t + 1, ".");
    *positions = NULL;
    if (token_is(t, "function") || token_is(t, "(") || token_is(t, "{"))
        t = past_group(t);
    else if (*many)
        t += 2;
    else if (named || t->kind == T_NUMBER || t->kind == T_TEXT || token_is(t, "nil") ||
             token_is(t, "true") || token_is(t, "false"))
        t++;
    else
        return NULL;
    while (called) {
        if ((token_is(t, ".") || token_is(t, ":")) && t[1].kind == T_NAME) {
            *many = false;
            function = positions_of(t + 1);
            *positions = NULL;
            t += 2;
        } else if (token_is(t, "(") || token_is(t, "{") || token_is(t, "[")) {
            *positions = token_is(t, "(") ? function : NULL;
            *many = !token_is(t, "[") && *positions == NULL;
            function = NULL;
            t = past_group(t);
        } else if (t->kind == T_TEXT) {
            *many = true;
            t++;
        } else {
            break;
        }
    }
    return t;
}

/* Past an expression; NULL where it is not understood. */
static const Token *past_value(const Token *t, bool *many, const char **positions)
{
    bool single = false, more;
    do {
        while (token_is(t, "not") || token_is(t, "-") || token_is(t, "#") ||
               token_is(t, "~")) {
            single = true;
            t++;
        }
        t = past_operand(t, many, positions);
        if (t == NULL)
            return NULL;
        for (more = false; is_operator(t); t++)
            more = single = true;
    } while (more);
    *many = *many && !single;
    *positions = single ? NULL : *positions;
    return t;
}

LocalCount token_local_count(const Token *t)
{
    const LocalCount fine = {0};
    LocalCount count = {0};
    if (!token_is(t, "local") || token_is(t + 1, "function"))
        return fine;
    do {
        t += 2;
        count.names++;
        if (token_is(t, "<"))
            t += 3; /* <const> */
    } while (token_is(t, ","));
    bool many = false, empty = true;
    if (!token_is(t, "="))
        return fine;
    do {
        empty = empty && token_is(t + 1, "nil");
        t = past_value(t + 1, &many, &count.positions);
        count.values++;
    } while (t != NULL && token_is(t, ","));
    bool enough = count.values == count.names || many || empty;
    return t == NULL || (count.values <= count.names && enough) ? fine : count;
}

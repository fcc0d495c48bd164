/*
 * lua_token.h - the words of a Lua script, for what is said of its text: it knows just
 * enough of Lua for that, and takes any text.
 */
#ifndef LUA_TOKEN_H
#define LUA_TOKEN_H

#include "base.h"

typedef enum TokenKind { T_END, T_NAME, T_TEXT, T_NUMBER, T_MARK } TokenKind;

typedef struct Token {
    TokenKind kind;
    const char *text; /* names (and words like `end`) and marks, interned */
    int line;
} Token;

typedef ARRAY(Token) Tokens;

/* Its words, without comments, and some T_END, so that a look ahead stays inside. */
Tokens lua_tokens(Arena *arena, const char *text);
/* Whether it is this name, word or mark. */
bool token_is(const Token *t, const char *text);
bool token_is_word(const Token *t); /* of Lua's own */
/* The last of the names that `local` at this token declares, where a value seems to
 * follow without an = between; else NULL. */
const Token *token_bare_local(const Token *t);

/* How many names `local` at this token declares, and the values behind its =; no names
 * where there are as many, or more may come of a call. The last one may be that of a
 * max, whose positions another function gives. */
typedef struct LocalCount {
    int names, values;
    const char *positions; /* argmax, argmin or NULL */
} LocalCount;
LocalCount token_local_count(const Token *t);

#endif

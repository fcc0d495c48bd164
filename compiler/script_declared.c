/*
 * script_declared.c - what is meant by a name that is not declared where it stands: one
 * of the file that is spelled almost so, or the same in a block that has ended or
 * further down. Lua knows only that the name is none of its locals there.
 */
#include "lua_token.h"
#include "script.h"

#include <string.h>

typedef struct Declared {
    const char *name;
    int line;
} Declared;

typedef ARRAY(Declared) Declareds;

/* The names from token t on, with commas between them. */
static void take_names(Arena *arena, const Token *t, Declareds *all)
{
    for (; t->kind == T_NAME; t += 2) {
        Declared d = {t->text, t->line};
        PUSH(arena, *all, d);
        if (!token_is(t + 1, ","))
            return;
    }
}

/* Locals, parameters and variables of loops. */
static Declareds declared_in(Arena *arena, const char *text)
{
    Tokens tokens = lua_tokens(arena, text);
    Declareds all = {0};
    for (const Token *t = tokens.at; t->kind != T_END; t++) {
        if (token_is(t, "function")) {
            bool named = t[1].kind == T_NAME;
            if (named && t > tokens.at && token_is(t - 1, "local"))
                take_names(arena, t + 1, &all);
            if (token_is(&t[1 + named], "("))
                take_names(arena, &t[2 + named], &all);
        } else if ((token_is(t, "local") && !token_is(t + 1, "function")) ||
                   token_is(t, "for")) {
            take_names(arena, t + 1, &all);
        }
    }
    return all;
}

/* Of the file that this line is in. */
static Declareds declared_around(Run *r, Where where)
{
    for (int i = 0; where.file != NULL && i < r->read.n; i++)
        if (strcmp(where.file, r->read.at[i].file) == 0)
            return declared_in(r->arena, r->read.at[i].text);
    return (Declareds){0};
}

const char *declared_elsewhere(Run *r, Where where, const char *name)
{
    Declareds all = declared_around(r, where);
    int above = 0, below = 0;
    for (int i = 0; i < all.n; i++) {
        int line = strcmp(all.at[i].name, name) == 0 ? all.at[i].line : where.line;
        if (line < where.line)
            above = line;
        else if (line > where.line && below == 0)
            below = line;
    }
    if (above > 0)
        return arena_format(r->arena, "that of line %d is known in its block only",
                            above);
    return below == 0
               ? NULL
               : arena_format(r->arena, "line %d declares it, which must stand above",
                              below);
}

const char *declared_near(Run *r, Where where, const char *name, const char *otherwise)
{
    enum { SHORT = 2 }; /* of these letters every other one is near */
    Declareds all = declared_around(r, where);
    ARRAY(const char *) names = {0};
    for (int i = 0; i < all.n; i++)
        if (strlen(all.at[i].name) > SHORT && strcmp(all.at[i].name, name) != 0)
            PUSH(r->arena, names, all.at[i].name);
    const char *near =
        strlen(name) > SHORT ? nearest_name(name, names.n, names.at) : NULL;
    for (int i = 0; near != NULL; i++)
        if (strcmp(all.at[i].name, near) == 0)
            return arena_format(r->arena, "did you mean %s of line %d%s?", near,
                                all.at[i].line, otherwise);
    return NULL;
}

void declared_warn(const char *file, const char *text)
{
    Arena *work = arena_new();
    Tokens tokens = lua_tokens(work, text);
    for (int i = 0; i < tokens.n; i++) {
        const Token *bare = token_bare_local(&tokens.at[i]);
        if (bare != NULL)
            warn_at((Where){file, bare->line},
                    "local %s has no value here: is = missing after it?", bare->text);
        LocalCount count = token_local_count(&tokens.at[i]);
        bool hint = count.positions != NULL && count.values < count.names;
        if (count.names > 0)
            warn_at((Where){file, tokens.at[i].line},
                    "local has %d name%s here, but %d value%s%s%s%s", count.names,
                    count.names == 1 ? "" : "s", count.values,
                    count.values == 1 ? "" : "s", hint ? ": x:" : "",
                    hint ? count.positions : "", hint ? "(axis) gives positions" : "");
    }
    arena_free(work);
}

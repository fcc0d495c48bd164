/*
 * script_form.c - tensors as scripts hold them: one, a list, a table by names, and such
 * tables within each other, as a network's parameters or its states are.
 *
 *     { w, { h = a, c = b } }     at: w b a, in the order of lib_keys
 *                                 label: - c h, the nearest name; none in a plain list
 */
#include "script.h"

#include <string.h>

enum { DEEPEST = 16 };

struct Place {
    int n;
    bool table;       /* else a tensor, or nothing */
    const char **key; /* of a table by names; NULL: a list */
    struct Place *at;
};

typedef struct Place Place;

typedef struct Reader {
    const char *what;
    FormMember *member;
    ARRAY(Node *) at;
    ARRAY(const char *) label;
} Reader;

static void read_place(lua_State *L, int i, Reader *to, Place *p, const char *name,
                       int depth);

/* The key on top of the stack, the k-th of the table: its name, NULL of a position. */
static const char *read_key(lua_State *L, const Reader *to, const Place *p, int k)
{
    Run *r = run_of(L);
    bool named = lua_type(L, -1) == LUA_TSTRING;
    if (k > 0 && named != (p->key != NULL))
        run_fail(r, "%s: %s mixes names and positions", r->op, to->what);
    if (named)
        return check_name(L, -1, "a name");
    if (lua_tointeger(L, -1) != k + 1)
        run_fail(r, "%s: %s is a list with a gap", r->op, to->what);
    return NULL;
}

static void read_table(lua_State *L, int i, Reader *to, Place *p, const char *name,
                       int depth)
{
    Run *r = run_of(L);
    if (luaL_getmetafield(L, i, "__call") != LUA_TNIL)
        run_fail(r,
                 "%s: %s must be a tensor or a list of them, not a layer: its "
                 "parameters are layer:params()",
                 r->op, to->what);
    if (depth == DEEPEST || !lua_checkstack(L, 8))
        run_fail(r, "%s: %s has tables more than %d deep", r->op, to->what, DEEPEST);
    p->table = true;
    p->n = lib_keys(L, i);
    p->at = NEW_N(r->arena, Place, p->n);
    for (int k = 0; k < p->n; k++) {
        lua_rawgeti(L, -1, k + 1);
        const char *key = read_key(L, to, p, k);
        if (k == 0 && key != NULL)
            p->key = NEW_N(r->arena, const char *, p->n);
        if (key != NULL)
            p->key[k] = key;
        lua_rawget(L, i);
        read_place(L, lua_gettop(L), to, &p->at[k], key != NULL ? key : name,
                   depth + 1);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void read_place(lua_State *L, int i, Reader *to, Place *p, const char *name,
                       int depth)
{
    Arena *arena = run_of(L)->arena;
    if (lua_istable(L, i)) {
        read_table(L, i, to, p, name, depth);
        return;
    }
    p->n = 1;
    PUSH(arena, to->at, to->member(L, i, to->what));
    PUSH(arena, to->label, name);
}

Form read_form(lua_State *L, int i, const char *what, FormMember *member)
{
    Reader to = {.what = what, .member = member};
    Place *root = NEW(run_of(L)->arena, Place);
    if (!lua_isnoneornil(L, i))
        read_place(L, lua_absindex(L, i), &to, root, NULL, 0);
    return (Form){to.at.n, to.at.at, to.label.at, root};
}

/* Pushes what stands at a place; returns how many tensors it took. */
static int push_place(lua_State *L, const Place *p, Node *const *at)
{
    if (!p->table && p->n == 0)
        lua_pushnil(L);
    else if (!p->table)
        push_node(L, at[0]);
    if (!p->table)
        return p->n;
    luaL_checkstack(L, 4, NULL);
    lua_createtable(L, p->key == NULL ? p->n : 0, p->key == NULL ? 0 : p->n);
    int taken = 0;
    for (int k = 0; k < p->n; k++) {
        taken += push_place(L, &p->at[k], at + taken);
        if (p->key != NULL)
            lua_setfield(L, -2, p->key[k]);
        else
            lua_rawseti(L, -2, k + 1);
    }
    return taken;
}

void push_form(lua_State *L, const Form *form, Node *const *at)
{
    push_place(L, form->root, at);
}

static bool has_key(const Place *p, const char *key)
{
    for (int k = 0; k < p->n; k++)
        if (strcmp(p->key[k], key) == 0)
            return true;
    return false;
}

/* "without c": the first name that one of two tables by names lacks. */
static const char *lacking(Arena *arena, const Place *want, const Place *is)
{
    for (int k = 0; k < want->n; k++)
        if (!has_key(is, want->key[k]))
            return arena_format(arena, "without %s", want->key[k]);
    for (int k = 0; k < is->n; k++)
        if (!has_key(want, is->key[k]))
            return arena_format(arena, "%s is new", is->key[k]);
    return NULL;
}

/* What a place holds: "a tensor", "a list of 2". */
static const char *kind_of(Arena *arena, const Place *p)
{
    if (!p->table)
        return p->n == 1 ? "a tensor" : "nothing";
    return p->key != NULL
               ? arena_format(arena, "a table by %d name%s", p->n, p->n == 1 ? "" : "s")
               : arena_format(arena, "a list of %d", p->n);
}

static const char *difference(Arena *arena, const Place *want, const Place *is)
{
    const char *found = NULL;
    bool names = want->key != NULL && is->key != NULL;
    if (names && (found = lacking(arena, want, is)) != NULL)
        return found;
    if (want->n != is->n || want->table != is->table ||
        (want->key == NULL) != (is->key == NULL))
        return arena_format(arena, "%s, not %s", kind_of(arena, want),
                            kind_of(arena, is));
    for (int k = 0; want->table && found == NULL && k < want->n; k++)
        if ((found = difference(arena, &want->at[k], &is->at[k])) != NULL)
            found = names ? arena_format(arena, "%s: %s", want->key[k], found)
                          : arena_format(arena, "item %d: %s", k + 1, found);
    return found;
}

const char *form_difference(Arena *arena, const Form *want, const Form *is)
{
    return difference(arena, want->root, is->root);
}

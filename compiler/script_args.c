/*
 * script_args.c - how arguments are read: tensors and operands, numbers, shapes, axes,
 * names, dtypes. What is wrong with one is said in full, with the function that was
 * called in front.
 */
#include "script.h"

#include <math.h>
#include <string.h>

/* ---- tensors ---- */

/* x.mean(1) for x:mean(1): what the dot leaves in the tensor's place. */
static const char *colon_hint(lua_State *L, int i)
{
    Run *r = run_of(L);
    bool left = lua_isnoneornil(L, i) || lua_type(L, i) == LUA_TNUMBER;
    if (i != 1 || !left || r->op == NULL || strchr(r->op, '.') != NULL)
        return "";
    return arena_format(r->arena, " (methods are called with a colon: x:%s(...))",
                        r->op);
}

Node *check_node_arg(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Tensor *t = to_tensor(L, i);
    if (t == NULL && lua_isnone(L, i))
        run_fail(r, "%s: %s is missing: it must be a tensor%s", r->op, what,
                 colon_hint(L, i));
    if (t == NULL)
        run_fail(r, "%s: %s must be a tensor, not %s%s", r->op, what, describe(L, i),
                 colon_hint(L, i));
    return run_capture(r, t->node);
}

Node *check_subject(lua_State *L)
{
    return check_node_arg(L, 1, "its operand");
}

Node *check_operand(lua_State *L, int i, Dtype dtype)
{
    Run *r = run_of(L);
    double v;
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        v = (double)dim->value;
    else if (lua_type(L, i) == LUA_TNUMBER)
        v = lua_tonumber(L, i);
    else if (lua_isboolean(L, i) && dtype == BOOL)
        v = lua_toboolean(L, i);
    else
        return check_node_arg(L, i, i == 1 ? "its operand" : "the other operand");
    if (dtype == BOOL && lua_type(L, i) == LUA_TNUMBER)
        run_fail(r,
                 "%s: a bool tensor and the number %.14g: cast the tensor first, or "
                 "use true and false",
                 r->op, v);
    if (dtype == I32 && (floor(v) != v || fabs(v) > 2147483648.0))
        run_fail(r,
                 "%s: an i32 tensor and the number %.14g, which is not a whole number "
                 "of 32 bits: cast the tensor first: x:cast \"f32\"",
                 r->op, v);
    return number_node(r, dtype, v);
}

/* ---- numbers ---- */

int64_t check_whole(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        return dim->value;
    int whole;
    lua_Integer v = lua_tointegerx(L, i, &whole);
    if (lua_type(L, i) != LUA_TNUMBER || !whole)
        run_fail(r, "%s: %s must be a whole number, not %s", r->op, what,
                 describe(L, i));
    return v;
}

double check_real(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        return (double)dim->value;
    if (lua_type(L, i) != LUA_TNUMBER)
        run_fail(r, "%s: %s must be a number, not %s", r->op, what, describe(L, i));
    return lua_tonumber(L, i);
}

int64_t check_extent(lua_State *L, int i, const char *what, const char **sym)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, i);
    *sym = dim != NULL ? dim->name : NULL;
    if (dim == NULL && lua_type(L, i) == LUA_TNUMBER && !lua_isinteger(L, i) &&
        floor(lua_tonumber(L, i)) != lua_tonumber(L, i))
        run_fail(r,
                 "%s: %s must be a whole number, not %.14g (whole division is a // b)",
                 r->op, what, lua_tonumber(L, i));
    if (dim == NULL && lua_type(L, i) != LUA_TNUMBER)
        run_fail(r, "%s: %s must be a whole number or a mf.dim, not %s", r->op, what,
                 describe(L, i));
    int64_t v = check_whole(L, i, what);
    if (v <= 0)
        run_fail(r, "%s: %s must be 1 or more, not %lld", r->op, what, (long long)v);
    if (v > INT32_MAX)
        run_limit(r, r->where, "%s: %s is %lld, more than an axis can have", r->op,
                  what, (long long)v);
    return v;
}

/* ---- shapes and axes ---- */

Shape check_shape(lua_State *L, int i)
{
    Run *r = run_of(L);
    Shape s = {0};
    if (!lua_istable(L, i))
        run_fail(r, "%s: the shape must be a list of dimensions like { B, 13 }, not %s",
                 r->op, describe(L, i));
    lua_Unsigned n = lua_rawlen(L, i);
    check_options(L, i, "the shape", 0, NULL, true);
    if (n > MAX_RANK)
        run_fail(r, "%s: a tensor has at most %d axes, not %llu", r->op, MAX_RANK,
                 (unsigned long long)n);
    for (s.rank = 0; s.rank < (int)n; s.rank++) {
        char what[40];
        snprintf(what, sizeof what, "dimension %d", s.rank + 1);
        lua_rawgeti(L, i, s.rank + 1);
        s.dim[s.rank] = check_extent(L, -1, what, &s.sym[s.rank]);
        lua_pop(L, 1);
    }
    return s;
}

static int axis_named(Run *r, const Node *x, const char *name)
{
    int found = -1;
    for (int k = 0; k < x->shape.rank; k++) {
        if (x->shape.sym[k] == NULL || strcmp(x->shape.sym[k], name) != 0)
            continue;
        if (found >= 0)
            run_fail(r, "%s: two axes of %s are %s: give the axis by its number", r->op,
                     describe_node(x), name);
        found = k;
    }
    const char *names[MAX_RANK] = {0};
    int n = 0;
    for (int k = 0; k < x->shape.rank; k++)
        if (x->shape.sym[k] != NULL)
            names[n++] = x->shape.sym[k];
    const char *near = nearest_name(name, n, names);
    if (found < 0)
        run_fail(r, "%s: no axis of %s is called %s%s%s%s", r->op, describe_node(x),
                 name, near != NULL ? ": did you mean " : "", near != NULL ? near : "",
                 near != NULL ? "?" : "");
    return found;
}

int check_axis(lua_State *L, int i, const Node *x, int extra)
{
    Run *r = run_of(L);
    int rank = x->shape.rank + extra;
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        return axis_named(r, x, dim->name);
    if (lua_type(L, i) == LUA_TSTRING)
        return axis_named(r, x, lua_tostring(L, i));
    if (to_tensor(L, i) != NULL)
        run_fail(r,
                 "%s: the axis must be a number or the name of a dim, not a tensor "
                 "(mf.maximum and mf.minimum compare two tensors)",
                 r->op);
    if (lua_type(L, i) != LUA_TNUMBER)
        run_fail(r, "%s: the axis must be a number or the name of a dim, not %s", r->op,
                 describe(L, i));
    int64_t k = check_whole(L, i, "the axis");
    if (k == 0)
        run_fail(r, "%s: there is no axis 0: axes count from 1 (the last is -1)",
                 r->op);
    if (k > rank || -k > rank)
        run_fail(r, "%s: there is no axis %lld: %s has %d ax%ss%s", r->op, (long long)k,
                 describe_node(x), x->shape.rank, x->shape.rank == 1 ? "i" : "e",
                 extra > 0 ? ", and the new one may stand before, between or after"
                           : "");
    return (int)(k > 0 ? k - 1 : rank + k);
}

void check_room(Run *r, const Node *a)
{
    if (a->shape.rank == MAX_RANK)
        run_fail(r, "%s: %s has %d axes already, and a tensor has no more", r->op,
                 describe_node(a), MAX_RANK);
}

unsigned check_axes(lua_State *L, int i, const Node *x)
{
    Run *r = run_of(L);
    if (lua_isnoneornil(L, i))
        return (1u << x->shape.rank) - 1;
    if (!lua_istable(L, i))
        return 1u << check_axis(L, i, x, 0);
    unsigned axes = 0;
    int n = (int)lua_rawlen(L, i);
    check_options(L, i, "the axes", 0, NULL, true);
    if (n == 0)
        run_fail(r, "%s: the list of axes is empty", r->op);
    for (int k = 1; k <= n; k++) {
        lua_rawgeti(L, i, k);
        unsigned bit = 1u << check_axis(L, -1, x, 0);
        lua_pop(L, 1);
        if (axes & bit)
            run_fail(r, "%s: an axis stands twice in the list", r->op);
        axes |= bit;
    }
    return axes;
}

/* ---- names ---- */

/* The length of the UTF-8 sequence at p, 0 where it is none. */
static size_t utf8_length(const unsigned char *p, size_t n)
{
    size_t k = p[0] < 0x80   ? 1
               : p[0] < 0xc2 ? 0
               : p[0] < 0xe0 ? 2
               : p[0] < 0xf0 ? 3
                             : 4;
    if (p[0] > 0xf4 || k > n)
        return 0;
    for (size_t i = 1; i < k; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    bool overlong = (p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xf0 && p[1] < 0x90);
    bool outside = (p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf4 && p[1] > 0x8f);
    return overlong || outside ? 0 : k;
}

const char *check_name_text(Run *r, const char *text, size_t n, const char *what)
{
    if (n == 0 || n > MAX_NAME)
        run_fail(r, "%s: %s must have 1 to %d bytes, not %zu", r->op, what, MAX_NAME,
                 n);
    for (size_t i = 0; i < n;) {
        size_t k = utf8_length((const unsigned char *)text + i, n - i);
        bool control = (unsigned char)text[i] < ' ' || text[i] == 0x7f ||
                       (k == 2 && (unsigned char)text[i] == 0xc2 &&
                        (unsigned char)text[i + 1] < 0xa0);
        if (k == 0)
            run_fail(r, "%s: %s is not UTF-8", r->op, what);
        if (control)
            run_fail(r, "%s: %s holds a control character", r->op, what);
        i += k;
    }
    return intern_n(r->arena, text, n);
}

const char *check_name(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    if (lua_type(L, i) != LUA_TSTRING)
        run_fail(r, "%s: %s must be a string, not %s", r->op, what, describe(L, i));
    size_t n;
    const char *text = lua_tolstring(L, i, &n);
    return check_name_text(r, text, n, what);
}

Dtype check_dtype(lua_State *L, int i)
{
    Run *r = run_of(L);
    const char *name = lua_type(L, i) == LUA_TSTRING ? lua_tostring(L, i) : "";
    if (strcmp(name, "f32") == 0)
        return r->real; /* every floating value is f64 where f64 is asked for */
    if (strcmp(name, "f64") == 0)
        return F64;
    if (strcmp(name, "i32") == 0)
        return I32;
    if (strcmp(name, "bool") == 0)
        return BOOL;
    run_fail(r, "%s: the dtype must be \"f32\", \"f64\", \"i32\" or \"bool\", not %s",
             r->op, describe(L, i));
}

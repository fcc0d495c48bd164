/*
 * script_index.c - indexing by tensors of row numbers, the tensors that count, and
 * random draws.
 */
#include "script.h"

#include <string.h>

static Node *check_ids(lua_State *L, int i)
{
    Run *r = run_of(L);
    Node *ids = check_node_arg(L, i, "the tensor of indices");
    if (ids->dtype != I32)
        run_fail(r,
                 "%s: indices must be i32, not %s: cast them: x:cast \"i32\", or "
                 "mf.input(name, shape, \"i32\")",
                 r->op, describe_node(ids));
    return ids;
}

/* Looks at ids that stand in the script. */
static void check_range(Run *r, const Node *ids, int64_t n)
{
    int64_t count = 1;
    if (ids->op == OP_const)
        count = shape_size(&ids->shape);
    else if (ids->op == OP_iota)
        count = ids->shape.dim[ids->attr.at[0]];
    else if (ids->op != OP_full)
        count = 0;
    for (int64_t i = 0; i < count; i++) {
        double id = ids->op == OP_const  ? ids->attr.data[i]
                    : ids->op == OP_full ? ids->attr.num
                                         : (double)i;
        if (!(id >= 0 && id < (double)n))
            run_fail(r, "%s: id %g of %s is not from 0 to %lld", r->op, id,
                     describe_node(ids), (long long)n - 1);
    }
}

static int push_indexed(lua_State *L, Node *y)
{
    check_range(run_of(L), y->arg[1], index_extent(y));
    push_node(L, y);
    return 1;
}

/* gather(table, ids): rows of the table, "vd,bt->btd". */
static int index_gather(lua_State *L)
{
    Run *r = run_of(L);
    Node *table = check_node_arg(L, 1, "the table");
    if (lua_isnumber(L, 2))
        run_fail(
            r,
            "%s: it takes rows of the table, table:gather(ids): along an axis it is "
            "x:take_along(ids, axis)",
            r->op);
    Node *ids = check_ids(L, 2);
    int rows = table->shape.rank - 1, n = ids->shape.rank;
    if (rows < 0)
        run_fail(r, "%s: the table must have rows, but is a scalar", r->op);
    if (rows + n > MAX_RANK)
        run_fail(r, "%s: rows of %s by %s have more than %d axes", r->op,
                 describe_node(table), describe_node(ids), MAX_RANK);
    static const char inner[] = "opqrstuv", outer[] = "abcdefgh";
    return push_indexed(L,
                        n_gather(table, ids,
                                 arena_format(r->arena, "z%.*s,%.*s->%.*s%.*s", rows,
                                              inner, n, outer, n, outer, rows, inner)));
}

/* x without the axes that have no letter, and the letters that are left. */
static Node *drop_axes(Node *x, char *letters)
{
    Shape s = {0};
    for (int k = 0; k < x->shape.rank; k++)
        if (letters[k] != ' ') {
            s.dim[s.rank] = x->shape.dim[k];
            s.sym[s.rank] = x->shape.sym[k];
            letters[s.rank++] = letters[k];
        }
    letters[s.rank] = '\0';
    return s.rank < x->shape.rank ? n_reshape(x, s) : x;
}

/* take_along(x, ids, axis): y[i,j] = x[i, ids[i,j]]. An axis of 1, beside another
 * extent of the other operand, has no letter there. */
static int index_take_along(lua_State *L)
{
    Run *r = run_of(L);
    Node *x = check_subject(L);
    Node *ids = check_ids(L, 2);
    if (x->shape.rank == 0)
        run_fail(r, "%s: a scalar has no axis", r->op);
    const Shape *s = &x->shape, *t = &ids->shape;
    int rank = s->rank;
    int axis = lua_isnoneornil(L, 3) ? rank - 1 : check_axis(L, 3, x, 0);
    char letters[MAX_RANK + 1] = "abcdefgh", of_x[MAX_RANK + 1], of_ids[MAX_RANK + 1];
    letters[rank] = '\0';
    strcpy(of_x, letters);
    strcpy(of_ids, letters);
    of_x[axis] = 'z';
    int k = 0;
    for (; k < rank && k < t->rank; k++)
        if (k != axis && !same_dim(s, k, t, k)) {
            if (t->dim[k] != 1 && s->dim[k] != 1)
                break;
            (t->dim[k] == 1 ? of_ids : of_x)[k] = ' ';
        }
    if (k < rank || t->rank != rank)
        run_fail(r,
                 "%s: the indices must have the shape of x but for axis %d: %s and "
                 "%s%s",
                 r->op, axis + 1, describe_node(x), describe_node(ids),
                 t->rank + 1 != rank
                     ? dim_hint(r, s, k, t, k)
                     : arena_format(r->arena, ": ids:unsqueeze(%d) has it", axis + 1));
    x = drop_axes(x, of_x);
    ids = drop_axes(ids, of_ids);
    return push_indexed(L, n_gather(x, ids,
                                    arena_format(r->arena, "%s,%s->%s", of_x, of_ids,
                                                 letters)));
}

/* segment_sum(x, ids, n): the last axis of ids goes, with the axis of x that it
 * counts along, and n segments come: y[b,ids[b,e],k] += x[b,e,k]. */
static int index_segment_sum(lua_State *L)
{
    Run *r = run_of(L);
    Node *x = check_subject(L);
    Node *ids = check_ids(L, 2);
    const char *sym;
    int64_t n = check_extent(L, 3, "the number of segments", &sym);
    int rank = x->shape.rank, axes = ids->shape.rank;
    int k = 0;
    while (k < axes && k < rank && same_dim(&x->shape, k, &ids->shape, k))
        k++;
    if (k < axes || axes == 0)
        run_fail(r, "%s: the indices must have the first axes of x: %s and %s%s", r->op,
                 describe_node(x), describe_node(ids),
                 dim_hint(r, &x->shape, k, &ids->shape, k));
    if (x->dtype == BOOL)
        run_fail(r, "%s: wants numbers, not %s: cast it: x:cast \"f32\"", r->op,
                 describe_node(x));
    char of_x[MAX_RANK + 1] = "abcdefgh", of_y[MAX_RANK + 1];
    of_x[rank] = '\0';
    strcpy(of_y, of_x);
    of_y[axes - 1] = 'z';
    return push_indexed(L, n_scatter(x, ids,
                                     arena_format(r->arena, "%s,%.*s->%s", of_x, axes,
                                                  of_x, of_y),
                                     n, sym));
}

static Node *cast_to(Node *a, Dtype dtype)
{
    return a->dtype == dtype ? a : n_cast(a, dtype);
}

static int index_one_hot(lua_State *L)
{
    Run *r = run_of(L);
    Node *ids = check_ids(L, 1);
    const char *sym;
    int64_t n = check_extent(L, 2, "the number of classes", &sym);
    int rank = ids->shape.rank;
    if (rank == MAX_RANK)
        run_fail(r, "%s: %s has %d axes already", r->op, describe_node(ids), MAX_RANK);
    check_range(r, ids, n);
    Shape shape = shape_insert(ids->shape, rank, n, sym);
    Node *classes = n_iota(r->graph, I32, shape, rank);
    Node *y = n_cast(n_eq(n_expand(ids, rank, n, sym), classes), r->real);
    PUSH(r->arena, r->index_uses, ((IndexUse){ids, y, n}));
    push_node(L, y);
    return 1;
}

static int index_arange(lua_State *L)
{
    Run *r = run_of(L);
    Shape shape = {.rank = 1};
    if (lua_isnumber(L, 2))
        run_fail(r, "arange: it counts from 0: lo + step * mf.arange(n)");
    shape.dim[0] = check_extent(L, 1, "the number of elements", &shape.sym[0]);
    Dtype dtype = lua_isnoneornil(L, 2) ? I32 : check_dtype(L, 2);
    Node *y = n_iota(r->graph, dtype == BOOL ? I32 : dtype, shape, 0);
    push_node(L, cast_to(y, dtype));
    return 1;
}

static int index_causal_mask(lua_State *L)
{
    Run *r = run_of(L);
    Shape shape = {.rank = 2};
    shape.dim[0] = check_extent(L, 1, "the size", &shape.sym[0]);
    shape.dim[1] = shape.dim[0];
    shape.sym[1] = shape.sym[0];
    Node *row = n_iota(r->graph, I32, shape, 0),
         *column = n_iota(r->graph, I32, shape, 1);
    push_node(L, n_ge(row, column));
    return 1;
}

/* ---- by letters, for the prelude ---- */

static int index_hidden_gather(lua_State *L)
{
    Node *x = check_subject(L);
    Node *ids = check_ids(L, 2);
    return push_indexed(L, n_gather(x, ids, luaL_checkstring(L, 3)));
}

static int index_hidden_scatter(lua_State *L)
{
    Node *x = check_subject(L);
    Node *ids = check_ids(L, 2);
    const char *sym;
    int64_t n = check_extent(L, 4, "the extent", &sym);
    return push_indexed(L, n_scatter(x, ids, luaL_checkstring(L, 3), n, sym));
}

/* ---- random draws ---- */

/* In a scan's body a draw is a sequence that is drawn outside, a slice a turn, so
 * that every turn has its own. */
static Node *draw(Run *r, Body *b, Dtype dtype, Shape shape, const char *stream)
{
    if (b == NULL)
        return n_random(r->root, dtype, shape, stream);
    if (shape.rank == MAX_RANK)
        run_fail(r, "%s: inside mf.scan a draw has at most %d axes", r->op,
                 MAX_RANK - 1);
    Shape all = shape_insert(shape, 0, b->turns, b->turns_sym);
    Node *outer = draw(r, b->outer, dtype, all, stream);
    Slot slot = {outer, n_slot(b->graph, b->n_slots, dtype, shape), b->n_slots, true};
    b->n_slots++;
    PUSH(r->arena, b->slots, slot);
    return slot.inner;
}

/* Streams are named: after the parameter whose initial value is drawn, else by the
 * caller or numbered within the scope. */
static const char *next_stream(Run *r, const char *given)
{
    if (given == NULL && r->stream == NULL)
        return scope_number(r, "random");
    const char *name = given != NULL ? given : r->stream;
    if (r->stream == NULL)
        return name;
    return r->stream_uses++ == 0
               ? arena_format(r->arena, "init %s", name)
               : arena_format(r->arena, "init %s %d", name, r->stream_uses);
}

/* A draw, uniform in [0,1); fresh in every turn of a scan. */
static Node *uniform(Run *r, Dtype dtype, Shape shape, const char *stream)
{
    return draw(r, r->body, dtype, shape, intern(r->arena, stream));
}

typedef struct Draw {
    Shape shape;
    const char *stream;
    double a, b; /* the two numbers of the distribution */
} Draw;

static Draw read_draw(lua_State *L, const char *a, double a_default, const char *b,
                      double b_default)
{
    Run *r = run_of(L);
    const char *const known[] = {a, b, "stream"};
    Draw d = {.shape = check_shape(L, 1), .a = a_default, .b = b_default};
    lua_settop(L, 2);
    check_options(L, 2, r->op, 3, known, false);
    if (lua_istable(L, 2)) {
        if (option(L, 2, a) != LUA_TNIL)
            d.a = check_real(L, -1, a);
        if (option(L, 2, b) != LUA_TNIL)
            d.b = check_real(L, -1, b);
        if (option(L, 2, "stream") != LUA_TNIL)
            d.stream = check_name(L, -1, "the stream");
    }
    d.stream = next_stream(r, d.stream);
    return d;
}

/* scale * x + shift, without what changes nothing. */
static Node *affine(Node *x, double scale, double shift)
{
    if (scale != 1)
        x = n_mul(x, n_like(x, scale));
    return shift != 0 ? n_add(x, n_like(x, shift)) : x;
}

static int index_random_uniform(lua_State *L)
{
    Run *r = run_of(L);
    Draw d = read_draw(L, "lo", 0, "hi", 1);
    if (!(d.a <= d.b))
        run_fail(r, "%s: lo, %.14g, is above hi, %.14g", r->op, d.a, d.b);
    push_node(L, affine(uniform(r, r->real, d.shape, d.stream), d.b - d.a, d.a));
    return 1;
}

/* Box and Muller 1958: sqrt(-2 log(1 - u)) cos(2 pi v), u and v in [0,1). */
static int index_random_normal(lua_State *L)
{
    Run *r = run_of(L);
    Draw d = read_draw(L, "std", 1, "mean", 0);
    Node *u = uniform(r, r->real, d.shape, d.stream);
    Node *v = uniform(r, r->real, d.shape, arena_format(r->arena, "%s'", d.stream));
    Node *radius = n_sqrt(n_mul(n_like(u, -2), n_log1p(n_neg(u))));
    Node *angle = n_mul(n_like(v, 6.283185307179586), v);
    push_node(L, affine(n_mul(radius, n_cos(angle)), d.a, d.b));
    return 1;
}

void index_open(lua_State *L)
{
    static const Api both[] = {
        {"gather", index_gather, 2},
        {"take_along", index_take_along, 3},
        {"segment_sum", index_segment_sum, 3},
        {"one_hot", index_one_hot, 2},
    };
    static const Api functions[] = {
        {"arange", index_arange, 2},
        {"causal_mask", index_causal_mask, 1},
        {"random_uniform", index_random_uniform, 0},
        {"random_normal", index_random_normal, 0},
        {"_gather", index_hidden_gather, 0},
        {"_scatter", index_hidden_scatter, 0},
    };
    call_register(L, sizeof both / sizeof *both, both, API_BOTH);
    call_register(L, sizeof functions / sizeof *functions, functions, API_FUNCTION);
}

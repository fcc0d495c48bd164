/*
 * script_rng.c - mf.numpy_rng(seed): NumPy's legacy RandomState, to the last bit.
 * Numbers are drawn while the script runs and become constants.
 *
 * MT19937 is by Matsumoto and Nishimura 1998; the polar method of Marsaglia and
 * Bray 1964 makes normals two at a time, and the second one waits.
 */
#include "script.h"

#include <math.h>

enum { STATE = 624, MIDDLE = 397 };

typedef struct Rng {
    uint32_t state[STATE];
    int at;
    bool has_normal;
    double normal;
} Rng;

static const char script_rng[] = "numpy_rng";

/* ---- the generator ---- */

static void rng_seed(Rng *g, uint32_t seed)
{
    for (int i = 0; i < STATE; i++) {
        g->state[i] = seed;
        seed = UINT32_C(1812433253) * (seed ^ (seed >> 30)) + (uint32_t)i + 1;
    }
    g->at = STATE;
    g->has_normal = false;
}

static void rng_turn(Rng *g)
{
    for (int i = 0; i < STATE; i++) {
        uint32_t y = (g->state[i] & UINT32_C(0x80000000)) |
                     (g->state[(i + 1) % STATE] & UINT32_C(0x7fffffff));
        g->state[i] = g->state[(i + MIDDLE) % STATE] ^ (y >> 1) ^
                      (y & 1 ? UINT32_C(0x9908b0df) : 0);
    }
    g->at = 0;
}

static uint32_t rng_u32(Rng *g)
{
    if (g->at == STATE)
        rng_turn(g);
    uint32_t y = g->state[g->at++];
    y ^= y >> 11;
    y ^= (y << 7) & UINT32_C(0x9d2c5680);
    y ^= (y << 15) & UINT32_C(0xefc60000);
    return y ^ (y >> 18);
}

static uint64_t rng_u64(Rng *g)
{
    uint64_t high = rng_u32(g);
    return high << 32 | rng_u32(g);
}

/* 53 bits in [0,1) */
static double rng_uniform(Rng *g)
{
    double a = rng_u32(g) >> 5, b = rng_u32(g) >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0;
}

static double rng_normal(Rng *g)
{
    if (g->has_normal) {
        g->has_normal = false;
        return g->normal;
    }
    double x, y, square;
    do {
        x = 2.0 * rng_uniform(g) - 1.0;
        y = 2.0 * rng_uniform(g) - 1.0;
        square = x * x + y * y;
    } while (square >= 1.0 || square == 0.0);
    double f = sqrt(-2.0 * log(square) / square);
    g->normal = f * x;
    g->has_normal = true;
    return f * y;
}

/* 0 to range: draws under the smallest mask, again while too large. */
static uint64_t rng_below(Rng *g, uint64_t range)
{
    uint64_t mask = range, v;
    if (range == 0)
        return 0;
    for (int shift = 1; shift < 64; shift *= 2)
        mask |= mask >> shift;
    do
        v = (range <= UINT32_MAX ? rng_u32(g) : rng_u64(g)) & mask;
    while (v > range);
    return v;
}

/* ---- for Lua ---- */

static Rng *self(lua_State *L)
{
    Run *r = run_of(L);
    Rng *g = lua_isuserdata(L, 1) ? luaL_testudata(L, 1, script_rng) : NULL;
    if (g == NULL)
        run_fail(r, "%s: call it on a generator: rng:%s(...)", r->op, r->op);
    return g;
}

static int64_t count(Run *r, const Shape *s)
{
    int64_t n = shape_size(s);
    if (n > MAX_CONST)
        run_limit(r, r->where, "%s: more than %d values in a constant", r->op,
                  MAX_CONST);
    return n;
}

typedef double (*Draw)(Rng *g);

/* rng:rand() is a number; rng:rand { 2, 3 } and rng:rand(2, 3) are constants. */
static int draw(lua_State *L, Draw f)
{
    Run *r = run_of(L);
    Rng *g = self(L);
    int n = lua_gettop(L);
    if (n == 1) {
        lua_pushnumber(L, f(g));
        return 1;
    }
    if (!lua_istable(L, 2)) {
        lua_createtable(L, n, 0);
        for (int i = 2; i <= n; i++) {
            lua_pushvalue(L, i);
            lua_rawseti(L, -2, i - 1);
        }
        lua_replace(L, 2);
    }
    Shape shape = check_shape(L, 2);
    int64_t size = count(r, &shape);
    double *data = NEW_N(r->arena, double, size);
    for (int64_t i = 0; i < size; i++)
        data[i] = f(g);
    push_node(L, n_const(r->graph, r->real, shape, data));
    return 1;
}

static int rng_rand(lua_State *L)
{
    return draw(L, rng_uniform);
}

static int rng_randn(lua_State *L)
{
    return draw(L, rng_normal);
}

static int rng_randint(lua_State *L)
{
    Run *r = run_of(L);
    Rng *g = self(L);
    lua_settop(L, 4);
    int64_t lo = 0, hi = check_whole(L, 2, "the bound");
    if (!lua_isnil(L, 3)) {
        lo = hi;
        hi = check_whole(L, 3, "the upper bound");
    }
    if (hi <= lo)
        run_fail(r,
                 "randint: the upper bound, %lld, is left out and must be above the "
                 "lower, %lld",
                 (long long)hi, (long long)lo);
    uint64_t range = (uint64_t)hi - (uint64_t)lo - 1;
    if (lua_isnil(L, 4)) {
        lua_pushinteger(L, (lua_Integer)((uint64_t)lo + rng_below(g, range)));
        return 1;
    }
    if (lo < INT32_MIN || hi - 1 > INT32_MAX)
        run_fail(r, "randint: an i32 constant holds no numbers from %lld to %lld",
                 (long long)lo, (long long)hi - 1);
    Shape shape = check_shape(L, 4);
    int64_t size = count(r, &shape);
    double *data = NEW_N(r->arena, double, size);
    for (int64_t i = 0; i < size; i++)
        data[i] = (double)(lo + (int64_t)rng_below(g, range));
    push_node(L, n_const(r->graph, I32, shape, data));
    return 1;
}

static int rng_new(lua_State *L)
{
    Run *r = run_of(L);
    int64_t seed = lua_isnoneornil(L, 1) ? 0 : check_whole(L, 1, "the seed");
    if (seed < 0 || seed > (int64_t)UINT32_MAX)
        run_fail(r, "numpy_rng: the seed must be from 0 to 2^32 - 1, not %lld",
                 (long long)seed);
    Rng *g = lua_newuserdatauv(L, sizeof *g, 0);
    rng_seed(g, (uint32_t)seed);
    luaL_setmetatable(L, script_rng);
    return 1;
}

static int on_unknown(lua_State *L)
{
    static const char *const known[] = {"rand", "randn", "randint"};
    Run *r = run_of(L);
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    lua_Debug ar;
    if (call_user_frame(L, 1, &ar))
        run_at(r, call_where(r, &ar));
    const char *near = nearest_name(key, 3, known);
    report_at(r->where, "numpy_rng: there is no %s%s%s (known: rand, randn, randint)",
              key, near != NULL ? ": did you mean " : "", near != NULL ? near : "");
    push_wrong(L);
    return 1;
}

void rng_open(lua_State *L)
{
    static const Api make[] = {{"numpy_rng", rng_new, 0}};
    static const Api methods[] = {{"rand", rng_rand, 0},
                                  {"randn", rng_randn, 0},
                                  {"randint", rng_randint, 0}};
    call_register(L, 1, make, API_FUNCTION);
    luaL_newmetatable(L, script_rng);
    lua_newtable(L);
    for (int i = 0; i < 3; i++) {
        call_push(L, &methods[i]);
        lua_setfield(L, -2, methods[i].name);
    }
    lua_pushcclosure(L, on_unknown, 1);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "numpy_rng");
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

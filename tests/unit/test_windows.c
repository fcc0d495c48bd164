/*
 * test_windows.c - what pass_phase and pass_window make of windows and products in
 * forms that no layer has: each graph is a text, keeps its values in the field GF(2^61
 * - 1), and is taken apart or padded as the row says.
 */
#include <string.h>

#include "../../runtime/mf_random.h"
#include "decisions.h"
#include "eval.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *windows_suite(void);

typedef struct Case {
    const char *lines;      /* after those of `leaves`; the last is the result */
    int apart, around, sum; /* decisions of pass_phase */
    Op padded;              /* whose elements pass_window pads; OPS: it pads nothing */
} Case;

static const char leaves[] = "graph \"g\"\n"
                             "%0 = input f64[5,3] text=\"a\"\n"
                             "%1 = input f64[3,4] text=\"kc\"\n"
                             "%2 = input f64[11,4] text=\"hc\"\n"
                             "%3 = input f64[5] text=\"o\"\n"
                             "%4 = input f64[11,3,4] text=\"hkc\"\n"
                             "%5 = input f64[3] text=\"k\"\n";

/* Windows of 3 taps and stride 2, of rows that differ from tap to tap and of copies. */
#define SPREAD "%6 = unslide f64[11,3] %0 at=0,1,2,1,0,11\n"
#define COPIES                                                                         \
    "%6 = broadcast f64[5,3] %3 at=0,-1,5,3\n"                                         \
    "%7 = unslide f64[11,3] %6 at=0,1,2,1,0,11\n"

/* Of windows as they are told, 15 places of them. */
#define PRODUCT(window)                                                                \
    "%6 = unslide f64[15,3] %0 at=" window "\n"                                        \
    "%7 = contract f64[15,4] %6 %1 text=\"hk,kc->hc\"\n"

/* The sum of taps that stand in front. */
#define TAPS                                                                           \
    "%6 = permute f64[3,5] %0 at=1,0\n"                                                \
    "%7 = unslide f64[3,11] %6 at=1,0,2,1,1,11\n"                                      \
    "%8 = sum f64[11] %7 at=1\n"

#define ABOVE "%7 = broadcast f64[11,3,2] %6 at=0,1,-1,11,3,2\n"

static const Case phase[] = {
    /* the taps are summed, the positions stay */
    {SPREAD "%7 = contract f64[11,4] %6 %1 text=\"hk,kc->hc\"\n", .apart = 1},
    {SPREAD "%7 = contract f64[11,4] %1 %6 text=\"kc,hk->hc\"\n", .apart = 1},
    {SPREAD "%7 = contract f64[11] %6 %5 text=\"hk,k->h\"\n", .apart = 1},
    {"%6 = unslide f64[10,3] %0 at=0,1,2,1,1,10\n"
     "%7 = contract f64[10,4] %6 %1 text=\"hk,kc->hc\"\n",
     .apart = 1},
    /* the taps stay as well, or both operands have the positions */
    {SPREAD "%7 = contract f64[11,3,4] %6 %1 text=\"hk,kc->hkc\"\n", .apart = 0},
    {SPREAD "%7 = contract f64[11,3,4] %1 %6 text=\"kc,hk->hkc\"\n", .apart = 0},
    {SPREAD "%7 = contract f64[11,4] %6 %4 text=\"hk,hkc->hc\"\n", .apart = 0},
    {SPREAD "%7 = contract f64[11,4] %4 %6 text=\"hkc,hk->hc\"\n", .apart = 0},
    {SPREAD "%7 = contract f64[11,3,4] %6 %2 text=\"hk,hc->hkc\"\n", .apart = 0},
    /* nothing stays: a dot product of windows */
    {SPREAD "%7 = contract f64[4] %6 %4 text=\"hk,hkc->c\"\n", .apart = 0},
    /* the positions are summed, the taps stay: a window of the other operand, if this
     * one has copies */
    {COPIES "%8 = contract f64[3,4] %7 %2 text=\"hk,hc->kc\"\n", .around = 1},
    {COPIES "%8 = contract f64[4,3] %2 %7 text=\"hc,hk->ck\"\n", .around = 1},
    {SPREAD "%7 = contract f64[3,4] %6 %2 text=\"hk,hc->kc\"\n", .around = 0},
    {COPIES "%8 = contract f64[3,4] %7 %4 text=\"hk,hkc->kc\"\n", .around = 0},
    {COPIES "%8 = contract f64[3,4] %4 %7 text=\"hkc,hk->kc\"\n", .around = 0},
    /* copies of the windows, and copies below that come from other axes */
    {SPREAD "%7 = broadcast f64[2,11,3] %6 at=-1,0,1,2,11,3\n"
            "%8 = contract f64[2,11,4] %7 %1 text=\"bhk,kc->bhc\"\n",
     .apart = 1},
    {"%6 = broadcast f64[2,5,3] %0 at=-1,0,1,2,5,3\n"
     "%7 = unslide f64[2,11,3] %6 at=1,2,2,1,0,11\n"
     "%8 = contract f64[2,11,4] %7 %1 text=\"bhk,kc->bhc\"\n",
     .apart = 1},
    {COPIES "%8 = broadcast f64[2,11,3] %7 at=-1,0,1,2,11,3\n"
            "%9 = contract f64[2,3,4] %8 %2 text=\"bhk,hc->bkc\"\n",
     .around = 1},
    {"%6 = broadcast f64[3,5,2] %3 at=-1,0,-1,3,5,2\n"
     "%7 = unslide f64[3,11,2] %6 at=1,0,2,1,0,11\n"
     "%8 = contract f64[3,2,4] %7 %2 text=\"khb,hc->kbc\"\n",
     .around = 1},
    /* another window above: of other axes, or of one of the same */
    {SPREAD "%7 = broadcast f64[11,3,2,2] %6 at=0,1,-1,-1,11,3,2,2\n"
            "%8 = slide f64[11,3,1,2] %7 at=2,3,1,1,0,1\n"
            "%9 = input f64[3,2] text=\"kj\"\n"
            "%10 = contract f64[11,1,2] %8 %9 text=\"hkbj,kj->hbj\"\n",
     .apart = 1},
    {COPIES "%8 = broadcast f64[11,3,2,2] %7 at=0,1,-1,-1,11,3,2,2\n"
            "%9 = slide f64[11,3,1,2] %8 at=2,3,1,1,0,1\n"
            "%10 = contract f64[3,1,2,4] %9 %2 text=\"hkbj,hc->kbjc\"\n",
     .around = 1},
    {"%6 = input f64[5,2] text=\"ob\"\n"
     "%7 = broadcast f64[5,3,2] %6 at=0,-1,1,5,3,2\n"
     "%8 = unslide f64[11,3,2] %7 at=0,1,2,1,0,11\n"
     "%9 = broadcast f64[11,3,2,2] %8 at=0,1,2,-1,11,3,2,2\n"
     "%10 = contract f64[3,2,2,4] %9 %2 text=\"hkbx,hc->kbxc\"\n",
     .around = 1},
    {SPREAD "%7 = slide f64[9,3] %6 at=0,1,1,1,0,9\n"
            "%8 = contract f64[9,4] %7 %1 text=\"hk,kc->hc\"\n",
     .apart = 0},
    {SPREAD ABOVE "%8 = slide f64[11,2,2] %7 at=1,2,1,1,0,2\n"
                  "%9 = input f64[2] text=\"two\"\n"
                  "%10 = contract f64[11,2] %8 %9 text=\"hkj,k->hj\"\n",
     .apart = 0},
    {SPREAD ABOVE "%8 = slide f64[11,3,1] %7 at=2,0,1,1,0,1\n"
                  "%9 = contract f64[11,1] %8 %5 text=\"hkj,k->hj\"\n",
     .apart = 0},
    {SPREAD ABOVE "%8 = slide f64[11,3,1] %7 at=2,1,1,1,0,1\n"
                  "%9 = contract f64[11,1] %8 %5 text=\"hkj,k->hj\"\n",
     .apart = 0},
    /* what is no such window: a named axis, more phases than are taken apart */
    {"%6 = unslide f64[H:11,3] %0 at=0,1,2,1,0,11 sym=H\n"
     "%7 = contract f64[H:11,4] %6 %1 text=\"hk,kc->hc\"\n",
     .apart = 0},
    {"%6 = unslide f64[23,3] %0 at=0,1,5,1,0,23\n"
     "%7 = contract f64[23,4] %6 %1 text=\"hk,kc->hc\"\n",
     .apart = 0},
    /* taps no more than the stride; a step between them, which has a divisor in common
     * with the stride or none; places before the first element */
    {PRODUCT("0,1,3,1,0,15"), .apart = 1},
    {PRODUCT("0,1,4,1,5,15"), .apart = 1},
    {PRODUCT("0,1,2,2,0,15"), .apart = 1},
    {PRODUCT("0,1,4,2,1,15"), .apart = 1},
    {PRODUCT("0,1,2,3,0,15"), .apart = 1},
    {PRODUCT("0,1,3,2,1,15"), .apart = 1},
    {PRODUCT("0,1,2,20,0,15"), .apart = 1},
    /* sums of taps */
    {SPREAD "%7 = sum f64[11] %6 at=2\n", .sum = 1},
    {SPREAD "%7 = sum f64[3] %6 at=1\n", .sum = 0},
    {"%6 = permute f64[3,5] %0 at=1,0\n"
     "%7 = broadcast f64[3,5,1000] %6 at=0,1,-1,3,5,1000\n"
     "%8 = unslide f64[3,11,1000] %7 at=1,0,2,1,1,11\n"
     "%9 = sum f64[11,1000] %8 at=1\n",
     .sum = 1},
    {"%6 = unslide f64[15,3] %0 at=0,1,4,6,1,15\n"
     "%7 = sum f64[15] %6 at=2\n",
     .sum = 1},
    {TAPS, .sum = 0}, /* few are added where they belong */
    {SPREAD "%7 = slide f64[9,3] %6 at=0,1,1,1,0,9\n"
            "%8 = sum f64[9] %7 at=2\n",
     .sum = 0},
    /* ranks that leave no room */
    {"%6 = broadcast f64[1,1,1,1,1,1,5,3] %0 at=-1,-1,-1,-1,-1,-1,0,1,1,1,1,1,1,1,5,3\n"
     "%7 = unslide f64[1,1,1,1,1,1,11,3] %6 at=6,7,2,1,0,11\n"
     "%8 = contract f64[1,1,1,1,1,1,11,4] %7 %1 text=\"abdefghk,kc->abdefghc\"\n",
     .apart = 0},
};

/* The pad of a window goes below the views that leave its axis alone. */
static const Case window[] = {
    {"%6 = slide f64[3,3] %0 at=0,1,1,1,0,3\n", .padded = OPS},
    {"%6 = slide f64[5,3] %0 at=0,1,1,1,1,5\n", .padded = OP_input},
    {"%6 = broadcast f64[5,3] %3 at=0,-1,5,3\n"
     "%7 = slide f64[5,3] %6 at=0,1,1,1,1,5\n",
     .padded = OP_input},
    /* slices: of the other axis; from the first row, but not to the last; from another
     */
    {"%6 = slice f64[5,2] %0 at=0,1,1,1,5,2\n"
     "%7 = slide f64[5,2] %6 at=0,1,1,1,1,5\n",
     .padded = OP_input},
    {"%6 = slice f64[4,3] %0 at=0,0,1,1,4,3\n"
     "%7 = slide f64[4,3] %6 at=0,1,1,1,1,4\n",
     .padded = OP_slice},
    {"%6 = slice f64[4,3] %0 at=1,0,1,1,4,3\n"
     "%7 = slide f64[4,3] %6 at=0,1,1,1,1,4\n",
     .padded = OP_slice},
    {"%6 = slice f64[5,3] %0 at=4,0,-1,1,5,3\n"
     "%7 = slide f64[5,3] %6 at=0,1,1,1,1,5\n",
     .padded = OP_slice},
    /* a window of other axes; one whose taps, or whose positions, are the axis */
    {"%6 = broadcast f64[5,3,6,2] %0 at=0,1,-1,-1,5,3,6,2\n"
     "%7 = slide f64[5,3,5,2] %6 at=2,3,1,1,0,5\n"
     "%8 = slide f64[5,3,5,2] %7 at=0,1,1,1,1,5\n",
     .padded = OP_input},
    {"%6 = broadcast f64[5,3,7] %0 at=0,1,-1,5,3,7\n"
     "%7 = slide f64[5,3,3] %6 at=2,0,1,1,0,3\n"
     "%8 = slide f64[5,3,3] %7 at=0,1,1,1,1,5\n",
     .padded = OP_slide},
    {"%6 = broadcast f64[5,3,2] %0 at=0,1,-1,5,3,2\n"
     "%7 = slide f64[4,3,2] %6 at=0,2,1,1,0,4\n"
     "%8 = slide f64[4,3,2] %7 at=0,1,1,1,1,4\n",
     .padded = OP_slide},
    /* spread windows, of rows that differ from tap to tap and of copies; of more pad
     * than the taps reach */
    {SPREAD "%7 = neg f64[11,3] %6\n", .padded = OP_input},
    {COPIES "%8 = neg f64[11,3] %7\n", .padded = OP_input},
    {"%6 = broadcast f64[2,5,3] %0 at=-1,0,1,2,5,3\n"
     "%7 = unslide f64[2,11,3] %6 at=1,2,2,1,0,11\n"
     "%8 = neg f64[2,11,3] %7\n",
     .padded = OP_input},
    {"%6 = unslide f64[5,3] %0 at=0,1,1,1,4,5\n"
     "%7 = neg f64[5,3] %6\n",
     .padded = OP_input},
    {"%6 = unslide f64[H:5,3] %0 at=0,1,1,1,4,5 sym=H\n"
     "%7 = neg f64[H:5,3] %6\n",
     .padded = OPS},
    /* what is only summed stays as it is */
    {SPREAD "%7 = sum f64[11] %6 at=2\n", .padded = OP_input},
    {TAPS, .padded = OPS},
};

static const Scalar *residue(void *context, const Node *leaf)
{
    if (leaf->op != OP_input)
        return NULL;
    int64_t n = shape_size(&leaf->shape);
    Scalar *v = NEW_N(context, Scalar, n);
    uint64_t stream = mf_hash(leaf->attr.text);
    for (int64_t i = 0; i < n; i++)
        v[i].p = mf_random_below(7, stream, 1, (uint64_t)i, (UINT64_C(1) << 61) - 1);
    return v;
}

/* Of the only out. */
static const Scalar *values(Arena *arena, const Graph *g)
{
    Env env = {.ring = &ring_gf, .leaf = residue, .context = arena};
    return eval_graph(arena, g, &env)[g->outs.at[0].node->id];
}

static int64_t decisions(Decision d)
{
    int n;
    return decision_counts(&n)[d].n;
}

/* What the only pad of the result pads; OPS: there is none. */
static Op padded(const Graph *g)
{
    int n, found = 0;
    Op op = OPS;
    Node *root = g->outs.at[0].node;
    Node **order = graph_order(g->arena, g, 1, &root, &n);
    for (int i = 0; i < n; i++)
        if (order[i]->op == OP_pad) {
            op = order[i]->arg[0]->op;
            found++;
        }
    ck_assert_int_le(found, 1);
    return op;
}

static Graph *graph_of(Arena *arena, const char *lines)
{
    Graph *g = graph_parse(arena, arena_format(arena, "%s%s", leaves, lines), "row");
    graph_out(g, "y", g->nodes.at[g->nodes.n - 1]);
    return g;
}

static void run_and_compare(Arena *arena, Graph *g, void (*pass)(Graph *),
                            const Case *c)
{
    const Scalar *before = values(arena, g);
    Shape shape = g->outs.at[0].node->shape;
    pass(g);
    graph_check(g, "the pass");
    ck_assert(same_shape(&g->outs.at[0].node->shape, &shape));
    const Scalar *after = values(arena, g);
    for (int64_t i = 0; i < shape_size(&shape); i++)
        ck_assert_msg(before[i].p == after[i].p, "%s: element %d", c->lines, (int)i);
}

START_TEST(phases)
{
    for (size_t i = 0; i < sizeof phase / sizeof *phase; i++) {
        const Case *c = &phase[i];
        Arena *arena = arena_new();
        int64_t apart = decisions(D_phase_apart), around = decisions(D_phase_around),
                sum = decisions(D_phase_sum);
        Graph *g = graph_of(arena, c->lines);
        run_and_compare(arena, g, pass_phase, c);
        apart = decisions(D_phase_apart) - apart;
        around = decisions(D_phase_around) - around;
        sum = decisions(D_phase_sum) - sum;
        ck_assert_msg(apart == c->apart && around == c->around && sum == c->sum,
                      "%s: %d apart, %d around, %d sums", c->lines, (int)apart,
                      (int)around, (int)sum);
        arena_free(arena);
    }
}
END_TEST

START_TEST(pads)
{
    for (size_t i = 0; i < sizeof window / sizeof *window; i++) {
        const Case *c = &window[i];
        Arena *arena = arena_new();
        Graph *g = graph_of(arena, c->lines);
        run_and_compare(arena, g, pass_window, c);
        ck_assert_msg(padded(g) == c->padded, "%s: it pads something else", c->lines);
        arena_free(arena);
    }
}
END_TEST

Suite *windows_suite(void)
{
    Suite *suite = suite_create("windows");
    TCase *t = tcase_create("windows");
    tcase_add_test(t, phases);
    tcase_add_test(t, pads);
    suite_add_tcase(suite, t);
    return suite;
}

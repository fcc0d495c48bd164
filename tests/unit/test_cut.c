/*
 * test_cut.c - the cheapest cut, against all sets of nodes of small random graphs.
 */
#include "cut.h"

#include "../../runtime/mf_random.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *cut_suite(void);

enum { NODES = 10, GRAPHS = 3000 };

typedef struct Case {
    Graph *g;
    bool within[NODES], source[NODES], sink[NODES];
    int64_t price[NODES];
    uint64_t seed, drawn;
} Case;

static int draw(Case *c, int below)
{
    return (int)mf_random_below(c->seed, 0, 0, c->drawn++, (uint64_t)below);
}

/* A node of one or two of those before it, or a leaf; sources have a price. */
static void add_node(Case *c)
{
    int i = c->g->nodes.n, args = i == 0 ? 0 : draw(c, 3);
    Node *a = i > 0 ? c->g->nodes.at[draw(c, i)] : NULL;
    Node *b = i > 0 ? c->g->nodes.at[draw(c, i)] : NULL;
    if (args == 0)
        n_full(c->g, F32, (Shape){0}, i);
    else if (args == 1)
        n_sin(a);
    else
        n_mul(a, b);
    c->within[i] = draw(c, 8) > 0;
    c->source[i] = draw(c, 3) == 0;
    c->sink[i] = draw(c, 3) == 0;
    bool never = !c->source[i] && draw(c, 4) == 0;
    c->price[i] = never ? CUT_NEVER : draw(c, 6);
}

/* Which nodes a sink can be reached from (themselves too) without one of the set. */
static unsigned behind(const Case *c, unsigned set)
{
    unsigned reach = 0;
    for (int i = NODES - 1; i >= 0; i--) {
        bool here = c->within[i] && !(set >> i & 1);
        if (here && c->sink[i])
            reach |= 1u << i;
        const Node *n = c->g->nodes.at[i];
        for (int k = 0; k < n->n && (reach >> i & 1); k++)
            if (c->within[n->arg[k]->id] && !(set >> n->arg[k]->id & 1))
                reach |= 1u << n->arg[k]->id;
    }
    return reach;
}

static bool is_cut(const Case *c, unsigned set)
{
    unsigned reach = behind(c, set);
    for (int i = 0; i < NODES; i++)
        if (c->source[i] && (reach >> i & 1))
            return false;
    return true;
}

/* CUT_NEVER if the set holds what must not be chosen. */
static int64_t price_of(const Case *c, unsigned set)
{
    int64_t sum = 0;
    for (int i = 0; i < NODES; i++)
        if (set >> i & 1) {
            if (!c->within[i] || c->price[i] == CUT_NEVER)
                return CUT_NEVER;
            sum += c->price[i];
        }
    return sum;
}

static void check_case(const Case *c, unsigned chosen)
{
    int64_t price = price_of(c, chosen);
    ck_assert_msg(is_cut(c, chosen) && price < CUT_NEVER, "%llu: no cut",
                  (unsigned long long)c->seed);
    unsigned reach = behind(c, chosen);
    for (unsigned set = 0; set < 1u << NODES; set++) {
        int64_t other = price_of(c, set);
        if (other > price || !is_cut(c, set))
            continue;
        ck_assert_msg(other == price, "%llu: %x is cheaper than %x",
                      (unsigned long long)c->seed, set, chosen);
        ck_assert_msg((reach & ~behind(c, set)) == 0, "%llu: %x is later than %x",
                      (unsigned long long)c->seed, set, chosen);
    }
}

START_TEST(cuts_are_the_cheapest_and_the_latest)
{
    for (uint64_t seed = 0; seed < GRAPHS; seed++) {
        Arena *arena = arena_new();
        Case c = {.g = graph_new(arena, "g"), .seed = seed};
        for (int i = 0; i < NODES; i++)
            add_node(&c);
        ck_assert_int_eq(c.g->nodes.n, NODES);
        Cut cut = {c.g, c.within, c.source, c.sink, c.price};
        bool chosen[NODES];
        cheapest_cut(arena, &cut, chosen);
        unsigned set = 0;
        for (int i = 0; i < NODES; i++)
            set |= (unsigned)chosen[i] << i;
        check_case(&c, set);
        arena_free(arena);
    }
}
END_TEST

/* A long chain that is read everywhere, as the way back through a deep turn does: the
 * slot before it is enough, and is found at once. */
START_TEST(long_chains)
{
    enum { LENGTH = 100000 };
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "g");
    Node *x = n_full(g, F32, (Shape){0}, 1);
    for (int i = 1; i < LENGTH; i++)
        x = n_sin(x);
    bool *all = NEW_N(arena, bool, LENGTH), *source = NEW_N(arena, bool, LENGTH),
         *chosen = NEW_N(arena, bool, LENGTH);
    int64_t *price = NEW_N(arena, int64_t, LENGTH);
    for (int i = 0; i < LENGTH; i++) {
        all[i] = true;
        price[i] = 1;
    }
    source[0] = true;
    Cut cut = {g, all, source, all, price};
    cheapest_cut(arena, &cut, chosen);
    for (int i = 0; i < LENGTH; i++)
        ck_assert_int_eq(chosen[i], i == 0);
    arena_free(arena);
}
END_TEST

Suite *cut_suite(void)
{
    Suite *s = suite_create("cut");
    TCase *t = tcase_create("cut");
    tcase_add_test(t, cuts_are_the_cheapest_and_the_latest);
    tcase_add_test(t, long_chains);
    suite_add_tcase(s, t);
    return s;
}

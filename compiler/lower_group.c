/*
 * lower_group.c - which nodes share a kernel. A pointwise node whose operands are
 * at hand where another node of its shape is stored is computed there and then:
 *
 *     dW = x' dz            v = momentum * v + dW            W = W - lr * v
 *     └───────────────────── one kernel ──────────────────────────────────┘
 *
 * A member that only members use is never stored at all. So an optimiser's update
 * happens in the last write of the gradient, and the gradient is nowhere.
 */
#include "decisions.h"
#include "lower.h"

#include <string.h>

enum { MOST_MEMBERS = 12, MOST_HOISTED = 16, FAR = 10 };

/* ---- who uses whom ---- */

void find_users(Lower *l)
{
    int n = l->g->nodes.n, total = 0;
    l->first_user = NEW_N(l->arena, int, n + 2);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < l->g->nodes.at[i]->n; k++, total++)
            l->first_user[l->g->nodes.at[i]->arg[k]->id + 1]++;
    for (int i = 0; i < n; i++)
        l->first_user[i + 1] += l->first_user[i];
    l->users = NEW_N(l->arena, const Node *, total + 1);
    int *at = NEW_N(l->arena, int, n + 1);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < l->g->nodes.at[i]->n; k++) {
            int a = l->g->nodes.at[i]->arg[k]->id;
            l->users[l->first_user[a] + at[a]++] = l->g->nodes.at[i];
        }
    l->is_out = NEW_N(l->arena, bool, n + 1);
    for (int i = 0; i < l->g->outs.n; i++)
        l->is_out[l->g->outs.at[i].node->id] = true;
}

static bool in_group(const Members *g, const Node *n)
{
    for (int i = 0; i < g->n; i++)
        if (g->at[i] == n)
            return true;
    return false;
}

/* ---- may this node join? ---- */

/* Does the value of n need a member? Nodes older than the first member do not. */
static bool needs_member(const Members *g, const Node *n, int depth)
{
    if (in_group(g, n))
        return true;
    if (n->id < g->at[0]->id || is_leaf(n))
        return false;
    if (depth == 0)
        return true; /* too far to look: say yes */
    for (int k = 0; k < n->n; k++)
        if (needs_member(g, n->arg[k], depth - 1))
            return true;
    return false;
}

typedef ARRAY(const Node *) Nodes;

static bool is_at_hand(Lower *l, Members *g, const Node *n, bool here, Nodes *first,
                       int *looked);

static bool are_at_hand(Lower *l, Members *g, const Node *n, bool here, Nodes *first,
                        int *looked)
{
    for (int k = 0; k < n->n; k++)
        if (!is_at_hand(l, g, n->arg[k], here, first, looked))
            return false;
    return true;
}

/* Makes n a member, which a member-to-be needs at its index, if it can be one: a second
 * moment beside the first one. None older than the first member is (needs_member). */
static bool joins(Lower *l, Members *g, const Node *n, Nodes *first, int *looked)
{
    if (!is_pointwise(n) || n->id < g->at[0]->id || g->n >= MOST_MEMBERS - 1 ||
        !same_extents(&n->shape, &g->at[0]->shape))
        return false;
    int members = g->n, before = first->n;
    if (are_at_hand(l, g, n, true, first, looked) && g->n < MOST_MEMBERS - 1) {
        g->at[g->n++] = n;
        decided(D_group_joined);
        return true;
    }
    g->n = members;
    first->n = before;
    return false;
}

/* Can everything that the expansion of n loads be computed before the group, or with
 * it? What has no array yet is added to `first`, or to the group. `here`: n is
 * evaluated at the index of the group, where a member's value is at hand. */
static bool is_at_hand(Lower *l, Members *g, const Node *n, bool here, Nodes *first,
                       int *looked)
{
    if (in_group(g, n))
        return here;
    if (++*looked > 200)
        return false;
    if (l->fusion.place[n->id] != P_INLINE) {
        if (l->done[n->id])
            return true;
        if (n->op == OP_scan || n->op == OP_get || l->busy[n->id] ||
            needs_member(g, n, FAR))
            return false;
        for (int i = 0; i < first->n; i++)
            if (first->at[i] == n)
                return true;
        if (here && joins(l, g, n, first, looked))
            return true;
        if (first->n == MOST_HOISTED || !are_at_hand(l, g, n, false, first, looked))
            return false;
        PUSH(l->arena, *first, n);
        return true;
    }
    if (!is_pointwise(n) && !is_view(n) && !is_leaf(n) && n->op != OP_reshape &&
        n->op != OP_gather)
        return false; /* a reduction that is expanded into its own root */
    return are_at_hand(l, g, n, here && is_pointwise(n), first, looked);
}

/* Adds the roots among the users of n, seen through what is expanded into them. */
static void try_users(Lower *l, Members *g, const Node *n, Nodes *first, int depth)
{
    for (int i = l->first_user[n->id]; i < l->first_user[n->id + 1]; i++) {
        const Node *u = l->users[i];
        if (g->n == MOST_MEMBERS || !is_pointwise(u) || l->done[u->id] ||
            !same_extents(&u->shape, &g->at[0]->shape) || in_group(g, u) ||
            l->busy[u->id])
            continue;
        if (l->fusion.place[u->id] == P_INLINE) {
            if (depth > 0)
                try_users(l, g, u, first, depth - 1);
            continue;
        }
        int before = first->n, members = g->n, looked = 0;
        if (!are_at_hand(l, g, u, true, first, &looked) || g->n == MOST_MEMBERS) {
            first->n = before;
            g->n = members;
            continue;
        }
        g->at[g->n++] = u;
        decided(D_group_member);
    }
}

/* Do only members use n? */
static bool is_private(const Lower *l, const Members *g, const Node *n, int depth)
{
    if (l->is_out[n->id])
        return false;
    for (int i = l->first_user[n->id]; i < l->first_user[n->id + 1]; i++) {
        const Node *u = l->users[i];
        if (in_group(g, u))
            continue;
        if (depth == 0 || l->fusion.place[u->id] != P_INLINE || !is_pointwise(u) ||
            !is_private(l, g, u, depth - 1))
            return false;
    }
    return true;
}

static bool starts_group(const Node *n)
{
    return is_pointwise(n) || n->op == OP_contract || n->op == OP_sum ||
           n->op == OP_max || n->op == OP_prod;
}

Members find_members(Lower *l, const Node *root, Calls *calls)
{
    Members g = {.n = 1};
    g.at[0] = root;
    g.stored[0] = true;
    Nodes first = {0};
    bool alone =
        l->options->no_fuse || !starts_group(root) || stands_alone(root, l->options);
    for (int again = !alone, n = 0; again; again = g.n > n) {
        n = g.n;
        for (int i = 0; i < n; i++)
            try_users(l, &g, g.at[i], &first, 8);
    }
    for (int i = 0; i < g.n; i++)
        l->busy[g.at[i]->id] = true;
    for (int i = 0; i < first.n; i++) {
        decided(D_group_ahead);
        lower_node(l, first.at[i], calls);
    }
    for (int i = 1; i < g.n; i++) /* operands first */
        for (int k = i; k > 0 && g.at[k - 1]->id > g.at[k]->id; k--) {
            const Node *n = g.at[k];
            g.at[k] = g.at[k - 1];
            g.at[k - 1] = n;
        }
    for (int i = 0; i < g.n; i++) {
        g.stored[i] = g.n == 1 || !is_private(l, &g, g.at[i], 8);
        l->done[g.at[i]->id] = true;
        l->stop[g.at[i]->id] = g.stored[i];
        if (!g.stored[i])
            decided(D_group_private);
    }
    return g;
}

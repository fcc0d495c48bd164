/*
 * cut.c - the cheapest cut through the nodes of a graph, as the largest flow (Ford and
 * Fulkerson's theorem; the flow by Dinic's algorithm). Each node is a pipe as wide as
 * its price, from its vertex `in` to its vertex `out`; operands lead into users without
 * limit. Where the flow is largest, the pipes from which a sink can be reached, though
 * not from before them, are the cut nearest to the sinks.
 */
#include "cut.h"

typedef struct Arc {
    int to, next; /* next of the same vertex, or -1 */
    int64_t room; /* the arc of number k ^ 1 leads back */
} Arc;

typedef struct Net {
    Arena *scratch;
    ARRAY(Arc) arcs;
    int n, *first; /* vertices; of each, its first arc or -1 */
    int *level;    /* steps from the first vertex, or -1 */
    int *next;     /* of each, the arc to be tried next */
    int *path;     /* arcs, from the first vertex on */
    int *queue;
} Net;

enum { FIRST, LAST, VERTICES }; /* then two for each node */

static int in_vertex(int id)
{
    return VERTICES + 2 * id;
}

static int out_vertex(int id)
{
    return VERTICES + 2 * id + 1;
}

static void half_arc(Net *net, int from, int to, int64_t room)
{
    Arc arc = {to, net->first[from], room};
    net->first[from] = net->arcs.n;
    PUSH(net->scratch, net->arcs, arc);
}

static void add_arc(Net *net, int from, int to, int64_t room)
{
    half_arc(net, from, to, room);
    half_arc(net, to, from, 0);
}

static Net net_of(Arena *scratch, const Cut *c)
{
    int nodes = c->g->nodes.n, n = VERTICES + 2 * nodes;
    Net net = {.scratch = scratch,
               .n = n,
               .first = NEW_N(scratch, int, n),
               .level = NEW_N(scratch, int, n),
               .next = NEW_N(scratch, int, n),
               .path = NEW_N(scratch, int, n),
               .queue = NEW_N(scratch, int, n)};
    for (int v = 0; v < n; v++)
        net.first[v] = -1;
    for (int i = 0; i < nodes; i++) {
        const Node *node = c->g->nodes.at[i];
        if (!c->within[i])
            continue;
        add_arc(&net, in_vertex(i), out_vertex(i), c->price[i]);
        if (c->source[i])
            add_arc(&net, FIRST, in_vertex(i), CUT_NEVER);
        if (c->sink[i])
            add_arc(&net, out_vertex(i), LAST, CUT_NEVER);
        for (int k = 0; k < node->n; k++)
            if (c->within[node->arg[k]->id])
                add_arc(&net, out_vertex(node->arg[k]->id), in_vertex(i), CUT_NEVER);
    }
    return net;
}

/* The steps from the first vertex, along arcs with room; whether the last is reached.
 */
static bool set_levels(Net *net)
{
    int n = 0;
    for (int v = 0; v < net->n; v++) {
        net->level[v] = -1;
        net->next[v] = net->first[v];
    }
    net->level[FIRST] = 0;
    net->queue[n++] = FIRST;
    for (int i = 0; i < n; i++)
        for (int k = net->first[net->queue[i]]; k >= 0; k = net->arcs.at[k].next) {
            const Arc *arc = &net->arcs.at[k];
            if (arc->room == 0 || net->level[arc->to] >= 0)
                continue;
            net->level[arc->to] = net->level[net->queue[i]] + 1;
            net->queue[n++] = arc->to;
        }
    return net->level[LAST] >= 0;
}

/* Lets as much flow along the path of n arcs as it has room for; returns up to which
 * arc the path still has room. */
static int fill_path(Net *net, int n)
{
    int64_t room = CUT_NEVER;
    for (int i = 0; i < n; i++)
        room = net->arcs.at[net->path[i]].room < room ? net->arcs.at[net->path[i]].room
                                                      : room;
    int open = n;
    for (int i = n - 1; i >= 0; i--) {
        net->arcs.at[net->path[i]].room -= room;
        net->arcs.at[net->path[i] ^ 1].room += room;
        if (net->arcs.at[net->path[i]].room == 0)
            open = i;
    }
    return open;
}

/* Fills all shortest paths. */
static void fill_level(Net *net)
{
    int n = 0, v = FIRST;
    for (;;) {
        if (v == LAST) {
            n = fill_path(net, n);
            v = net->arcs.at[net->path[n] ^ 1].to;
            continue;
        }
        int k = net->next[v];
        while (k >= 0 && (net->arcs.at[k].room == 0 ||
                          net->level[net->arcs.at[k].to] != net->level[v] + 1))
            k = net->arcs.at[k].next;
        net->next[v] = k;
        if (k >= 0) {
            net->path[n++] = k;
            v = net->arcs.at[k].to;
        } else if (n > 0) { /* nothing goes on from here */
            v = net->arcs.at[net->path[--n] ^ 1].to;
            net->next[v] = net->arcs.at[net->next[v]].next;
        } else {
            return;
        }
    }
}

/* Which vertices reach the last one along arcs with room. */
static bool *reaching(Net *net)
{
    bool *reach = NEW_N(net->scratch, bool, net->n);
    int n = 0;
    reach[LAST] = true;
    net->queue[n++] = LAST;
    for (int i = 0; i < n; i++)
        for (int k = net->first[net->queue[i]]; k >= 0; k = net->arcs.at[k].next) {
            int from = net->arcs.at[k].to;
            if (net->arcs.at[k ^ 1].room == 0 || reach[from])
                continue;
            reach[from] = true;
            net->queue[n++] = from;
        }
    return reach;
}

void cheapest_cut(Arena *scratch, const Cut *c, bool *chosen)
{
    Net net = net_of(scratch, c);
    while (set_levels(&net))
        fill_level(&net);
    const bool *reach = reaching(&net);
    for (int i = 0; i < c->g->nodes.n; i++)
        chosen[i] = c->within[i] && reach[out_vertex(i)] && !reach[in_vertex(i)];
}

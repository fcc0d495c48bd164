/*
 * schedule.c - the order of the calls: Kahn's algorithm over their dependences,
 * and among the calls that are ready the one first that frees most memory, so
 * that lifetimes are short. A number of the user's choice gives another order.
 */
#include "decisions.h"
#include "loop.h"

#include <stdlib.h>

typedef struct Edge {
    int to;
    bool soft; /* a wish: the order is valid without it */
} Edge;

typedef struct Item {
    Call *call;
    int hard, soft; /* calls that this one still waits for */
    ARRAY(Edge) next;
    bool done;
} Item;

/* What happened to an array so far, in the order the calls were made. */
typedef struct History {
    int writer;         /* the last call that wrote it, or -1 */
    ARRAY(int) readers; /* the calls that read it since */
    int users;          /* calls that read it and are not yet ordered */
    bool stored;        /* a tensor of the model takes its elements */
} History;

typedef struct Order {
    Arena *arena;
    Item *item;
    int n;
    History *history; /* by the array's number */
} Order;

static int largest_id(const Calls *calls)
{
    int n = 0;
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        for (int k = 0; k < c->reads.n; k++)
            n = c->reads.at[k]->id > n ? c->reads.at[k]->id : n;
        for (int k = 0; k < c->writes.n; k++)
            n = c->writes.at[k]->id > n ? c->writes.at[k]->id : n;
    }
    return n;
}

static void edge(Order *o, int from, int to, bool soft)
{
    if (from < 0 || from == to)
        return;
    Edge e = {to, soft};
    PUSH(o->arena, o->item[from].next, e);
    if (soft)
        o->item[to].soft++;
    else
        o->item[to].hard++;
}

/* A read follows the last write; a write follows every read and write before. */
static void find_edges(Order *o)
{
    for (int i = 0; i < o->n; i++) {
        Call *c = o->item[i].call;
        for (int k = 0; k < c->reads.n; k++) {
            History *h = &o->history[c->reads.at[k]->id];
            edge(o, h->writer, i, false);
            PUSH(o->arena, h->readers, i);
            h->users++;
        }
        for (int k = 0; k < c->writes.n; k++) {
            History *h = &o->history[c->writes.at[k]->id];
            /* The kernel whose result replaces the array had better be the last
             * that reads it: then it can write in place. */
            if (c->replaces && c->value) {
                History *value = &o->history[buffer_base(c->value)->id];
                value->stored = true;
                for (int r = 0; r < h->readers.n; r++)
                    edge(o, h->readers.at[r], value->writer, true);
                decided(D_schedule_wish);
            }
            edge(o, h->writer, i, false);
            for (int r = 0; r < h->readers.n; r++)
                edge(o, h->readers.at[r], i, false);
            h->writer = i;
            h->readers.n = 0;
        }
    }
}

/* Bytes of work memory that the call takes less those that it frees. The new value of
 * a tensor takes none: it goes over the old one. */
static int64_t growth(const Order *o, const Call *c)
{
    int64_t bytes = 0;
    for (int k = 0; k < c->writes.n; k++)
        if (c->writes.at[k]->kind == B_WORK && !o->history[c->writes.at[k]->id].stored)
            bytes += buffer_bytes(c->writes.at[k]);
    for (int k = 0; k < c->reads.n; k++)
        if (c->reads.at[k]->kind == B_WORK && o->history[c->reads.at[k]->id].users == 1)
            bytes -= buffer_bytes(c->reads.at[k]);
    return bytes;
}

typedef ARRAY(int) Ready;

enum { LOOK = 256 }; /* ready calls that are compared */

static int pick(const Order *o, const Ready *ready, int first, uint64_t *seed)
{
    if (*seed) {
        *seed = *seed * 6364136223846793005u + 1442695040888963407u;
        return first + (int)((*seed >> 33) % (uint64_t)(ready->n - first));
    }
    int best = first;
    int64_t least = INT64_MAX;
    for (int i = first; i < ready->n && i < first + LOOK; i++) {
        const Call *c = o->item[ready->at[i]].call;
        int64_t bytes = growth(o, c);
        if (c->late && bytes >= 0)
            bytes = INT64_MAX - 1;
        if (bytes <= 0) {
            decided(D_schedule_frees);
            return i;
        }
        if (bytes < least) {
            least = bytes;
            best = i;
        }
    }
    decided(D_schedule_least);
    return best;
}

static void finish(Order *o, int i, Ready *ready)
{
    Item *item = &o->item[i];
    item->done = true;
    for (int k = 0; k < item->call->reads.n; k++)
        o->history[item->call->reads.at[k]->id].users--;
    for (int k = 0; k < item->next.n; k++) {
        Item *to = &o->item[item->next.at[k].to];
        if (item->next.at[k].soft)
            to->soft--;
        else
            to->hard--;
        if (to->hard == 0 && to->soft == 0 && !to->done)
            PUSH(o->arena, *ready, item->next.at[k].to);
    }
}

/* The first call that waits for wishes only. */
static int first_blocked(const Order *o)
{
    for (int i = 0; i < o->n; i++)
        if (!o->item[i].done && o->item[i].hard == 0)
            return i;
    bug("schedule: the calls depend on each other in a circle");
}

static void order_calls(Arena *arena, Calls *calls, uint64_t *seed)
{
    for (int i = 0; i < calls->n; i++)
        if (!calls->at[i]->kernel)
            order_calls(arena, &calls->at[i]->body, seed);
    int histories = largest_id(calls) + 1;
    Order o = {arena, NEW_N(arena, Item, calls->n + 1), calls->n,
               NEW_N(arena, History, histories)};
    for (int i = 0; i < histories; i++)
        o.history[i].writer = -1;
    for (int i = 0; i < o.n; i++)
        o.item[i].call = calls->at[i];
    find_edges(&o);
    Ready ready = {0};
    int first = 0; /* of those in `ready` that wait */
    for (int i = 0; i < o.n; i++)
        if (o.item[i].hard == 0 && o.item[i].soft == 0)
            PUSH(arena, ready, i);
    for (int done = 0; done < o.n; done++) {
        int i;
        if (first < ready.n) {
            int at = pick(&o, &ready, first, seed);
            i = ready.at[at];
            for (int k = at; k > first; k--)
                ready.at[k] = ready.at[k - 1];
            first++;
        } else {
            i = first_blocked(&o);
        }
        if (o.item[i].done)
            bug("schedule: a call is ready twice");
        calls->at[done] = o.item[i].call;
        finish(&o, i, &ready);
    }
}

static void number_calls(Calls *calls, int *next)
{
    for (int i = 0; i < calls->n; i++) {
        calls->at[i]->at = (*next)++;
        if (!calls->at[i]->kernel)
            number_calls(&calls->at[i]->body, next);
    }
}

void schedule_number(Routine *r)
{
    r->n_calls = 0;
    number_calls(&r->calls, &r->n_calls);
}

void schedule(Arena *arena, Routine *r, uint64_t seed)
{
    order_calls(arena, &r->calls, &seed);
    schedule_number(r);
}

/* ---- the checker: shares nothing with the above but the calls ---- */

typedef struct Seen {
    bool written, replaced;
} Seen;

static void check_calls(const Calls *calls, Seen *seen)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        for (int k = 0; k < c->reads.n; k++) {
            const Buffer *b = c->reads.at[k];
            bool first = c->kernel && b->kind == B_WORK && !seen[b->id].written;
            if (first)
                bug("schedule: %s is read before it is written", b->name);
            if (seen[b->id].replaced)
                bug("schedule: the old value of %s is read after its update", b->name);
        }
        if (!c->kernel)
            check_calls(&c->body, seen);
        for (int k = 0; k < c->writes.n; k++)
            seen[c->writes.at[k]->id].written = true;
        if (c->replaces && c->replaces->kind == B_PARAM)
            seen[c->replaces->id].replaced = true;
    }
}

void schedule_check(const Routine *r)
{
    int n = largest_id(&r->calls) + 1;
    check_calls(&r->calls, NEW_N(r->graph->arena, Seen, n));
}

/*
 * plan.c - a place for every work array, by lifetimes: two arrays may share bytes
 * if no call lies in the lifetimes of both. Before that, results take the place of
 * operands that die where they are made, and updates the place of the old value.
 *
 *     bytes ▲        ┌────dz1────┐
 *           │ ┌──h───┤           │      (first and last call of each array)
 *           └─┴──────┴───────────┴──▶ calls
 */
#include "decisions.h"
#include "loop.h"

#include <string.h>

/* ---- lifetimes ---- */

static void extend(Buffer *b, int at)
{
    if (b->kind != B_WORK)
        return;
    if (b->first < 0 || at < b->first)
        b->first = at;
    if (at > b->last)
        b->last = at;
}

static int last_of(const Calls *calls)
{
    const Call *c = calls->at[calls->n - 1];
    return c->kernel || c->body.n == 0 ? c->at : last_of(&c->body);
}

static void touch_calls(Arena *arena, const Calls *calls)
{
    Calls all = kernel_calls(arena, calls);
    for (int i = 0; i < all.n; i++) {
        const Call *c = all.at[i];
        for (int k = 0; k < c->reads.n; k++)
            extend(buffer_base(c->reads.at[k]), c->at);
        for (int k = 0; k < c->writes.n; k++)
            extend(buffer_base(c->writes.at[k]), c->at);
    }
}

/* The first touch of the array in these calls: 1 a write, -1 a read, 0 none. */
static int first_touch(const Calls *calls, const Buffer *b)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel) {
            int touch = first_touch(&c->body, b);
            if (touch)
                return touch;
            continue;
        }
        for (int k = 0; k < c->reads.n; k++)
            if (buffer_base(c->reads.at[k]) == b)
                return -1;
        for (int k = 0; k < c->writes.n; k++)
            if (buffer_base(c->writes.at[k]) == b)
                return 1;
    }
    return 0;
}

/* What a loop shares with the calls around it, or hands from turn to turn, lives
 * through all of it. */
static void extend_loops(const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *loop = calls->at[i];
        if (loop->kernel || loop->body.n == 0)
            continue;
        extend_loops(&loop->body);
        int from = loop->at, to = last_of(&loop->body);
        for (int k = 0; k < loop->reads.n + loop->writes.n; k++) {
            Buffer *b =
                buffer_base(k < loop->reads.n ? loop->reads.at[k]
                                              : loop->writes.at[k - loop->reads.n]);
            if (b->kind != B_WORK || b->first < 0)
                continue;
            if (b->first < from || b->last > to || first_touch(&loop->body, b) < 0) {
                extend(b, from);
                extend(b, to);
            }
        }
    }
}

static void find_lifetimes(Arena *arena, const Routine *r)
{
    for (int i = 0; i < r->buffers.n; i++)
        r->buffers.at[i]->first = r->buffers.at[i]->last = -1;
    touch_calls(arena, &r->calls);
    extend_loops(&r->calls);
}

/* ---- in place ---- */

static bool has(const Buffer *b, int n, Buffer *const *list)
{
    for (int i = 0; i < n; i++)
        if (list[i] == b)
            return true;
    return false;
}

/* Drops the copies of updates whose kernel can write over the old value: it must
 * be the last that reads it. */
static void place_updates(Calls *calls)
{
    int n = 0;
    for (int i = 0; i < calls->n; i++) {
        Call *copy = calls->at[i];
        calls->at[n++] = copy;
        if (!copy->kernel)
            place_updates(&copy->body);
        Buffer *new = copy->value, *old = copy->replaces;
        if (!new || new->base || new->kind != B_WORK || new->own)
            continue;
        Call *maker = NULL;
        bool free = true;
        for (int k = 0; k < n - 1; k++) {
            Call *c = calls->at[k];
            if (has(new, c->writes.n, c->writes.at)) {
                free = free && !maker && c->kernel;
                maker = c;
            } else if (maker && (has(old, c->reads.n, c->reads.at) ||
                                 has(old, c->writes.n, c->writes.at))) {
                free = false;
            }
        }
        bool over = maker && free && kernel_in_place(maker->kernel, new, old);
        decided(over ? D_plan_update : D_plan_copy);
        if (!over)
            continue;
        kernel_write_over(maker->kernel, new, old);
        new->base = old;
        maker->updates = old;
        n--;
    }
    calls->n = n;
}

/* A result takes the place of an operand that nobody reads later: in the next turn of
 * a loop neither, so it must be made in the turn. `from` is the call of the loop. */
static void place_results(const Calls *calls, int from)
{
    for (int i = 0; i < calls->n; i++) {
        Call *c = calls->at[i];
        if (!c->kernel) {
            place_results(&c->body, c->at);
            continue;
        }
        for (int w = 0; w < c->writes.n; w++) {
            Buffer *new = c->writes.at[w];
            if (new->kind != B_WORK || new->base || new->first != c->at)
                continue;
            for (int k = 0; k < c->kernel->params.n; k++) {
                Buffer *old = c->kernel->params.at[k], *home = buffer_base(old);
                if (home->kind != B_WORK || old->turn || home == new ||
                    home->own != new->own || home->last != c->at ||
                    home->first >= c->at || home->first <= from ||
                    !kernel_in_place(c->kernel, new, old))
                    continue;
                decided(D_plan_inplace);
                kernel_write_over(c->kernel, new, old);
                new->base = old;
                home->last = new->last;
                break;
            }
        }
    }
}

/* ---- the plan ---- */

/* How often the routine has the array. */
static int64_t copies(const Routine *r, const Buffer *b)
{
    return b->own ? r->slots : 1;
}

/* The largest sum of the sizes of arrays that are alive at one call. */
static int64_t largest_live(Arena *arena, const Routine *r)
{
    int64_t *change = NEW_N(arena, int64_t, r->n_calls + 2), live = 0, most = 0;
    for (int i = 0; i < r->work.n + r->own.n; i++) {
        const Buffer *b = i < r->work.n ? r->work.at[i] : r->own.at[i - r->work.n];
        int64_t bytes = size_mul(buffer_bytes(b), copies(r, b));
        change[b->first] += bytes;
        change[b->last + 1] -= bytes;
    }
    for (int i = 0; i < r->n_calls; i++) {
        live += change[i];
        most = live > most ? live : most;
    }
    return most;
}

void plan(Arena *arena, Routine *r, const BackOptions *o)
{
    find_lifetimes(arena, r);
    place_updates(&r->calls);
    schedule_number(r);
    find_lifetimes(arena, r);
    if (!o->no_inplace)
        place_results(&r->calls, -1);
    for (int i = 0; i < r->buffers.n; i++) {
        const Buffer *b = r->buffers.at[i];
        if (b->kind == B_WORK && b->shape.rank > 0) /* scalars are locals */
            r->unshared_bytes =
                size_add(r->unshared_bytes, size_mul(buffer_bytes(b), copies(r, b)));
    }
    place_work(arena, r, o->naive_plan);
    r->live_bytes = largest_live(arena, r);
}

/* ---- the checker ---- */

/* Walks the calls and asks of every byte that is read whether the array it belongs
 * to still owns it: independent of the lifetimes above. Loops are walked twice. */
typedef struct Owner {
    int64_t from, to;
    const Buffer *buffer;
} Owner;
typedef struct Owners {
    Arena *arena;
    ARRAY(Owner) list;
} Owners;

static void own(Owners *o, const Buffer *b)
{
    Owner new = {b->offset, b->offset + buffer_bytes(b), b};
    int n = 0;
    for (int i = 0; i < o->list.n; i++)
        if (o->list.at[i].buffer->own != b->own || o->list.at[i].to <= new.from ||
            o->list.at[i].from >= new.to)
            o->list.at[n++] = o->list.at[i];
    o->list.n = n;
    PUSH(o->arena, o->list, new);
}

static bool owns(const Owners *o, const Buffer *b)
{
    if (b->shape.rank == 0)
        return true;
    for (int i = 0; i < o->list.n; i++)
        if (o->list.at[i].buffer == b)
            return true;
    return false;
}

static void check_owners(const Calls *calls, Owners *o)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel) {
            check_owners(&c->body, o);
            check_owners(&c->body, o);
            continue;
        }
        for (int k = 0; k < c->kernel->params.n; k++) {
            const Buffer *b = buffer_base(c->kernel->params.at[k]);
            bool read = has(b, c->reads.n, c->reads.at);
            if (b->kind == B_WORK && read && !owns(o, b))
                bug("plan: %s is read when another array has its place", b->name);
        }
        for (int k = 0; k < c->kernel->params.n; k++) {
            const Buffer *b = buffer_base(c->kernel->params.at[k]);
            if (b->kind == B_WORK && c->kernel->written.at[k] && !owns(o, b))
                own(o, b);
        }
        for (int k = 0; k < c->kernel->params.n; k++) {
            const Buffer *b = buffer_base(c->kernel->params.at[k]);
            if (b->kind == B_WORK && !owns(o, b))
                bug("plan: an operand of %s is overwritten by its result",
                    c->kernel->name);
        }
    }
}

/* Arrays of different types share no byte, or a compiler of C may take a store to one
 * before the load from the other. */
static void check_types(int n, Buffer *const *list)
{
    int64_t end = 0;
    for (int i = 0; i < n; i++) {
        const Buffer *b = list[i];
        if (i > 0 && list[i - 1]->dtype != b->dtype && b->offset < end)
            bug("plan: %s shares bytes with an array of another type", b->name);
        int64_t to = b->offset + buffer_bytes(b);
        end = to > end ? to : end;
    }
}

void plan_check(const Routine *r)
{
    check_types(r->work.n, r->work.at);
    check_types(r->own.n, r->own.at);
    Owners o = {.arena = r->graph->arena};
    check_owners(&r->calls, &o);
}

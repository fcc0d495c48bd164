/*
 * pass_fuse.c - decides which nodes live in memory. Nothing else: a node that
 * does not is expanded in place wherever an element of it is wanted (lower.c).
 *
 * A node lives in memory if it is an output, if it is used often and is not
 * cheap, if it is a reduction or product, or if its user reads each element many
 * times (an operand of a product, of a broadcast). What calls a function and is read
 * along another axis than its rows does too: it is made along them, by vectors. What is
 * large and little work over one array of its size is made again of that wherever it is
 * read: as much is read, and nothing stored. A reduction with one user is expanded into
 * it where that user is evaluated once an element: its epilogue.
 *
 * The operand of a pad that is an array has no array of its own: it is the inner part
 * of the pad's (lower_pad.c).
 */
#include "decisions.h"
#include "loop.h"

#include <string.h>

enum { CHEAP = 2, REMADE = 8, COSTLY = 10, LARGEST_TREE = 64, LARGE_SUM = 8192 };

bool is_pointwise(const Node *n)
{
    return is_scalar_op(n->op) || n->op == OP_cast || n->op == OP_stop;
}

static bool is_reduction(const Node *n)
{
    return n->op == OP_contract || n->op == OP_sum || n->op == OP_max ||
           n->op == OP_prod;
}

/* Operators whose result is always an array of its own. */
static bool is_root(const Node *n)
{
    return n->op == OP_concat || n->op == OP_scatter || n->op == OP_argmax ||
           n->op == OP_cumsum || n->op == OP_scan || n->op == OP_get;
}

/* Can an element of the reshape be read from an operand that is not in memory? The
 * index of an axis of the operand is affine in those of its parts. */
bool reshape_is_affine(const Node *n)
{
    return shape_splits(&n->arg[0]->shape, &n->shape);
}

/* Does the user read elements of its operand more than once each, or look for them? */
static bool reads_often(const Node *user, bool added)
{
    return user->op == OP_slide || (user->op == OP_unslide && !added) ||
           ((user->op == OP_broadcast || user->op == OP_gather) &&
            shape_size(&user->shape) > shape_size(&user->arg[0]->shape));
}

/* May an index of the view lie outside its operand? */
static bool view_leaves(const Node *n)
{
    View v = {0};
    op_info(n->op)->view(n, &v);
    const Shape *a = &n->arg[0]->shape;
    for (int d = 0; v.guarded && d < a->rank; d++) {
        int64_t lo = v.base[d], hi = v.base[d];
        for (int e = 0; e < n->shape.rank; e++) {
            int64_t reach = v.coef[d][e] * (n->shape.dim[e] - 1);
            *(reach < 0 ? &lo : &hi) += reach;
        }
        if (v.div[d] != 1 || lo < 0 || hi >= a->dim[d])
            return true;
    }
    return false;
}

static void at_least(int *n, int least)
{
    *n = *n < least ? least : *n;
}

typedef struct Demand {
    bool *memory; /* an array of its own, or a view of one */
    bool *own;    /* an array of its own */
    bool *often;  /* each element is read many times */
    bool *out;
    bool *ends;   /* it can be the end of a reduction's kernel */
    int *line;    /* products join shorter rows of it, if nothing lies between them */
    int *reads;   /* the users, and those of views that are no arrays */
    bool *across; /* a view reads it along another axis than its last */
    bool *apart;  /* it is used by more than sums that add taps (lower_taps.c) */
} Demand;

/* Rows that are columns of a product make whole strips, terms are read by vectors. */
static int shortest_line(const Node *contract, int k)
{
    enum { STRIP = 64, VECTOR = 16 };
    const char *text = contract->attr.text, *end = strchr(text, k == 0 ? ',' : '-');
    return end > text && strchr(strchr(text, '>'), end[-1]) ? STRIP : VECTOR;
}

/* Does the view pass lines of its operand on? Windows cut them anyway. */
static bool passes_lines(const Node *view)
{
    return view->op != OP_slide && view->op != OP_unslide && view->op != OP_pad;
}

bool pad_is_plain(const Node *n)
{
    int rank = n->shape.rank;
    bool plain = n->op == OP_pad && rank > 0;
    for (int d = 0; plain && d < rank; d++)
        plain = n->attr.at[d] >= 0 && n->attr.at[rank + d] >= 0 &&
                n->attr.at[2 * rank + d] == 0;
    return plain;
}

/* Is an element of it one of its operand's, wherever it is read? */
static bool passes_on(const Node *n)
{
    return is_view(n) || (n->op == OP_reshape && reshape_is_affine(n));
}

/* Do its rows lie along another axis of the operand? */
static bool turns_rows(const Node *n)
{
    int last = n->shape.rank - 1;
    return n->op == OP_permute && last > 0 && n->attr.at[last] != last;
}

/* What the users of each node ask of it; users first. */
static Demand find_demand(Arena *arena, const Graph *g, int *uses)
{
    int n = g->nodes.n;
    Demand d = {NEW_N(arena, bool, n), NEW_N(arena, bool, n), NEW_N(arena, bool, n),
                NEW_N(arena, bool, n), NEW_N(arena, bool, n), NEW_N(arena, int, n),
                NEW_N(arena, int, n),  NEW_N(arena, bool, n), NEW_N(arena, bool, n)};
    for (int i = 0; i < g->outs.n; i++) {
        int id = g->outs.at[i].node->id;
        d.out[id] = d.apart[id] = true;
        d.reads[id]++;
        d.own[id] = g->nodes.at[id]->op != OP_full; /* a number is written anywhere */
        uses[id]++;
    }
    for (int i = n - 1; i >= 0; i--) {
        const Node *u = g->nodes.at[i];
        if (d.often[i] && pad_is_plain(u))
            d.own[i] = true; /* its edges are asked for once, not at every read */
        for (int k = 0; k < u->n; k++) {
            int a = u->arg[k]->id;
            bool again = false; /* the same element: it is computed once */
            for (int j = 0; j < k; j++)
                again |= is_pointwise(u) && u->arg[j] == u->arg[k];
            uses[a] += !again;
            d.apart[a] |= !adds_taps(u);
            if (passes_on(u))
                d.across[a] |= turns_rows(u) || (d.across[i] && !d.own[i]);
            d.reads[a] += again ? 0 : passes_on(u) && !d.own[i] ? d.reads[i] : 1;
            if (u->op == OP_contract) {
                d.memory[a] = true;
                at_least(&d.line[a], shortest_line(u, k));
            }
            if (u->op == OP_reshape || (is_view(u) && passes_lines(u)))
                at_least(&d.line[a], d.line[i]);
            if ((u->op == OP_scan && k >= (int)u->attr.at[0]) ||
                (u->op == OP_reshape && !reshape_is_affine(u)))
                d.own[a] = true;
            if (is_view(u) && d.memory[i] && view_leaves(u))
                d.own[i] = true; /* a product wants no conditions on its indices */
            else if (is_view(u) && d.memory[i])
                d.memory[a] = true;
            bool kept = d.own[i] || (is_pointwise(u) && d.memory[i]);
            if (u->op == OP_reshape && reshape_is_affine(u)) {
                d.memory[a] |= d.memory[i];
                d.often[a] |= d.often[i];
            }
            if (reads_often(u, !d.apart[i]) ||
                ((is_view(u) || is_pointwise(u)) && d.often[i] && !kept))
                d.often[a] = true;
        }
    }
    return d;
}

/* Can the elements of n be stored inside of a pad? What is no arithmetic stays where it
 * is read from, unless the pad is all that needs it. */
static bool may_move(const Node *n, const Demand *d, int uses)
{
    if (is_leaf(n) || is_root(n) || n->op == OP_reshape || n->op == OP_pad ||
        d->own[n->id])
        return false;
    if (!is_pointwise(n) && !is_reduction(n) && uses > 1)
        return false;
    return n->shape.dim[n->shape.rank - 1] >= d->line[n->id];
}

static void find_homes(const Graph *g, const Demand *d, Fusion *f)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *pad = g->nodes.at[i], *n = pad->n > 0 ? pad->arg[0] : NULL;
        if (!pad_is_plain(pad) || !d->own[i])
            continue;
        while (pad_is_plain(n) && !d->own[n->id] &&
               memcmp(&n->attr.num, &pad->attr.num, sizeof n->attr.num) == 0)
            n = n->arg[0];
        if (f->home[n->id] || !may_move(n, d, f->uses[n->id]))
            continue;
        decided(D_fuse_home);
        f->home[n->id] = pad;
    }
}

static Place place_leaf(const Node *n, const Demand *d, int uses)
{
    if (d->own[n->id])
        return P_MEMORY;
    if (n->op == OP_random)
        return uses > 1 ? P_MEMORY : P_INLINE;
    return n->op == OP_input || n->op == OP_param || n->op == OP_const ? P_MEMORY
                                                                       : P_INLINE;
}

static Place because(Decision d, Place place)
{
    decided(d);
    return place;
}

/* Stands for more than one array, or one that lies otherwise. */
static const Node several;

/* The array as large as n that the elements of n are made of, if any. */
static const Node *source_of(const Node *n, const Fusion *f, const Node *const *source)
{
    const Node *one = NULL;
    for (int k = 0; k < n->n; k++) {
        const Node *a = n->arg[k], *its = source[a->id];
        if (shape_size(&a->shape) < shape_size(&n->shape))
            continue;
        if (f->place[a->id] != P_INLINE)
            its = a;
        if (its == NULL)
            continue;
        one = one == NULL || one == its ? its : &several;
    }
    return one != NULL && !is_pointwise(n) ? &several : one;
}

/* The work of an element beyond which the node is stored where it is read twice. */
static int most_work(const Node *n, const Demand *d, const Node *source,
                     const BackOptions *o)
{
    if (source == NULL || source == &several || d->often[n->id] ||
        shape_size(&n->shape) < o->uncached)
        return CHEAP;
    return REMADE;
}

static Place place_node(const Node *n, const Demand *d, const Fusion *f, int work,
                        const Node *source, const BackOptions *o)
{
    int id = n->id;
    const Place *place = f->place;
    if (is_leaf(n))
        return place_leaf(n, d, d->reads[id]);
    if (is_root(n))
        return P_MEMORY;
    if (n->op == OP_reshape && !d->out[id]) {
        bool solid = place[n->arg[0]->id] != P_INLINE && !f->home[n->arg[0]->id];
        return solid        ? because(D_fuse_alias, P_ALIAS)
               : d->own[id] ? P_MEMORY
                            : P_INLINE;
    }
    if (d->own[id] || is_reduction(n) || f->home[id] || o->no_fuse)
        return P_MEMORY;
    if (is_view(n) || n->op == OP_reshape)
        return because(D_fuse_view, P_INLINE);
    if (work > 0 && (d->memory[id] || work > LARGEST_TREE))
        return because(d->memory[id] ? D_fuse_demand : D_fuse_large, P_MEMORY);
    if (d->across[id] && work >= COSTLY)
        return because(D_fuse_across, P_MEMORY);
    bool twice = d->reads[id] > 1 || d->often[id];
    if (twice && (work > most_work(n, d, source, o) || d->ends[id]))
        return because(D_fuse_often, P_MEMORY);
    return because(twice && work > CHEAP ? D_fuse_again : D_fuse_inline, P_INLINE);
}

bool stands_alone(const Node *n, const BackOptions *o)
{
    return o->threads && n->op == OP_sum && shape_size(&n->shape) == 1 &&
           shape_size(&n->arg[0]->shape) >= LARGE_SUM;
}

/* Marks the pointwise nodes that are evaluated once, where their root is stored,
 * and expands a reduction whose one user is such a node. */
static void find_epilogues(const Graph *g, Fusion *f, const Demand *d, const int *user,
                           const BackOptions *o)
{
    for (int i = g->nodes.n - 1; i >= 0; i--) {
        const Node *n = g->nodes.at[i];
        bool inner = f->uses[i] == 1 && user[i] >= 0 && f->epilogue[user[i]];
        if (is_pointwise(n))
            f->epilogue[i] = f->place[i] == P_MEMORY || inner;
        else if (is_reduction(n) && inner && !d->own[i] && !d->memory[i] &&
                 !adds_taps(n) && !stands_alone(n, o))
            f->place[i] = because(D_fuse_epilogue, P_INLINE);
    }
}

Fusion pass_fuse(Arena *arena, const Graph *g, const BackOptions *o)
{
    int n = g->nodes.n;
    Fusion f = {NEW_N(arena, Place, n), NEW_N(arena, bool, n),
                NEW_N(arena, const Node *, n), NEW_N(arena, int, n)};
    Demand d = find_demand(arena, g, f.uses);
    if (!o->no_fuse)
        find_homes(g, &d, &f);
    int *work = NEW_N(arena, int, n), *user = NEW_N(arena, int, n);
    const Node **source = NEW_N(arena, const Node *, n);
    for (int i = 0; i < n; i++)
        user[i] = -1;
    for (int i = 0; i < n; i++) {
        const Node *a = g->nodes.at[i];
        work[i] = op_cost(a);
        for (int k = 0; k < a->n; k++) {
            int id = a->arg[k]->id;
            user[id] = i;
            if (is_pointwise(a) && f.uses[id] == 1 &&
                ((is_reduction(a->arg[k]) && !d.own[id] && !d.memory[id]) ||
                 (f.place[id] == P_INLINE && d.ends[id])))
                d.ends[i] = true;
            if (f.place[id] == P_INLINE)
                work[i] += work[id];
        }
        source[i] = source_of(a, &f, source);
        f.place[i] = place_node(a, &d, &f, work[i], source[i], o);
        if (f.place[i] != P_INLINE)
            work[i] = 0;
    }
    if (!o->no_fuse)
        find_epilogues(g, &f, &d, user, o);
    return f;
}

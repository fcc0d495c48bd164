/*
 * script_train_update.c - gradients on their way to the update: added up over batches,
 * clipped, and given to the optimiser, which is Lua of the prelude (mf._apply): graph
 * code like everything else. Beside it the running statistics move.
 */
#include "script_train.h"

/* clip_value: every element into +-v. */
static void clip_value(double v, int n, Node **g)
{
    for (int i = 0; i < n; i++)
        g[i] =
            node_labelled(n_minimum(n_maximum(g[i], n_like(g[i], -v)), n_like(g[i], v)),
                          "g");
}

/* clip_norm: all gradients x min(1, c / (global norm + 1e-6)). */
static void clip_norm(Run *r, double c, int n, Node **g)
{
    Node *square = NULL;
    for (int i = 0; i < n; i++) {
        Node *s = n_mul(g[i], g[i]);
        if (s->shape.rank > 0)
            s = n_sum(s, (1u << s->shape.rank) - 1);
        if (s->dtype != r->real)
            s = n_cast(s, r->real);
        square = square == NULL ? s : n_add(square, s);
        node_labelled(square, "squares");
    }
    Node *norm = node_named(n_sqrt(square), "grad_norm");
    Node *factor = n_div(n_like(norm, c), n_add(norm, n_like(norm, 1e-6)));
    factor = node_named(n_minimum(factor, n_like(norm, 1)), "clip");
    node_labelled(factor->arg[0], "clip_in");
    for (int i = 0; i < n; i++) {
        Node *f = g[i]->dtype == r->real ? factor : n_cast(factor, g[i]->dtype);
        g[i] = node_labelled(scalar_binary(r, OP_mul, g[i], f), "g");
    }
}

void train_clip(lua_State *L, int at, int n, Node **g)
{
    double value = real_option(L, at, "clip_value", 0),
           norm = real_option(L, at, "clip_norm", 0);
    if (value > 0)
        clip_value(value, n, g);
    if (norm > 0)
        clip_norm(run_of(L), norm, n, g);
}

void train_accumulate(Run *r, const char *train, int k, int n, Node *const *params,
                      Node **g, Outs *part, Outs *step)
{
    for (int i = 0; i < n; i++) {
        const char *name = params[i]->attr.text;
        const char *dot = *train != '\0' ? "." : "";
        name = arena_format(r->arena, "%s%saccumulated.%s", train, dot, name);
        Node *sum = param_new(r, intern(r->arena, name), params[i]->dtype,
                              params[i]->shape, MF_STATE)
                        ->node;
        g[i] = n_add(sum, n_mul(g[i], n_like(g[i], 1.0 / k)));
        PUSH(r->arena, *part, ((Out){sum->attr.text, g[i], true}));
        PUSH(r->arena, *step, ((Out){sum->attr.text, n_like(sum, 0), true}));
    }
}

void train_stats(Run *r, const bool *seen, bool part, Outs *outs)
{
    int first = outs->n;
    const bool *batch = reach_batch(r, TRAINING);
    for (int i = 0; i < r->stats.n; i++) {
        Stat s = r->stats.at[i];
        if (s.witness != NULL && !seen[s.witness->id])
            continue;
        if (part && !batch[s.value->id])
            continue;
        int k = first;
        while (k < outs->n && outs->at[k].name != s.param->attr.text)
            k++;
        if (k < outs->n)
            outs->at[k].node = reach_replace(r, s.value, s.param, outs->at[k].node);
        else
            PUSH(r->arena, *outs, ((Out){s.param->attr.text, s.value, true}));
    }
}

void train_update(lua_State *L, int at, const char *name, int n, Node *const *params,
                  Node *const *g, Outs *outs)
{
    Run *r = run_of(L);
    int top = lua_gettop(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    lua_getfield(L, -1, "_apply");
    option(L, at, "optimizer");
    lua_pushfstring(L, *name != '\0' ? "%s." : "%s", name);
    for (int list = 0; list < 2; list++) {
        lua_createtable(L, n, 0);
        for (int i = 0; i < n; i++) {
            push_node(L, list == 0 ? params[i] : g[i]);
            lua_rawseti(L, -2, i + 1);
        }
    }
    if (*name != '\0')
        r->updates = intern(r->arena, arena_format(r->arena, "%s.updates", name));
    lua_call(L, 4, 2);
    const Made *count = r->updates != NULL ? param_find(r, r->updates) : NULL;
    r->updates = NULL;
    if (count != NULL)
        PUSH(r->arena, *outs,
             ((Out){count->node->attr.text, n_add(count->node, n_like(count->node, 1)),
                    true}));
    int stores = (int)lua_rawlen(L, -2);
    for (int i = 1; i <= stores; i++) {
        lua_rawgeti(L, top + 2, i);
        lua_rawgeti(L, top + 3, i);
        const Node *param = to_tensor(L, -2)->node;
        Node *value = to_tensor(L, -1)->node;
        PUSH(r->arena, *outs, ((Out){param->attr.text, value, true}));
        lua_pop(L, 2);
    }
    lua_settop(L, top);
}

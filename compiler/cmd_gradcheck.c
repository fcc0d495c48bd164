/*
 * cmd_gradcheck.c - mfc gradcheck: the gradient of every parameter, as pass_grad
 * makes it, against a derivative that knows nothing of it: the loss evaluated
 * over dual numbers. For a parameter W and a random direction V of length 1,
 *
 *     d/dt loss(W + t V)  by dual numbers  =  sum(dloss/dW * V)
 *
 * in double, at the initial parameters and random inputs. The largest element of
 * any gradient is the scale of the error.
 *
 * A dual evaluation costs as much as the loss. Where that is much, all parameters
 * move at once: the two sides then differ unless every gradient is right, for
 * errors do not cancel along random directions; and only if they differ does
 * each parameter get a direction of its own, to find the wrong ones.
 */
#include "cmd.h"
#include "feed.h"

#include <math.h>
#include <string.h>

#include "../runtime/mf_random.h"

enum {
    DIRECTIONS = 3,     /* for a parameter of a small graph */
    MUCH_WORK = 5000000 /* operations of the loss, beyond which a graph is large */
};

/* A scalar of the program and its gradients, in a graph of their own. */
typedef struct Check {
    Arena *arena;
    Feed *feed;
    Graph *loss, *grad;  /* grad's outs: the gradients, in the order of the nodes */
    ARRAY(Node *) param; /* nodes of `grad` */
    double **gradient;   /* by param */
    double scale;
} Check;

/* ---- the scalar ---- */

/* sum(out * R) over the floating outs, with fixed random numbers R. */
static Node *random_sum(Graph *g, uint64_t seed)
{
    Node *total = NULL;
    for (int i = 0; i < g->outs.n; i++) {
        Node *n = g->outs.at[i].node;
        if (!is_float(n->dtype))
            continue;
        int64_t size = shape_size(&n->shape);
        double *r = NEW_N(g->arena, double, size);
        for (int64_t k = 0; k < size; k++)
            r[k] = 2 * mf_uniform(seed, (uint64_t)i, 0, (uint64_t)k) - 1;
        Node *term = n_mul(n, n_const(g, n->dtype, n->shape, r));
        if (n->shape.rank > 0)
            term = n_sum(term, (1u << n->shape.rank) - 1);
        total = total ? n_add(total, term) : term;
    }
    return total;
}

/* A graph whose one out is what is differentiated; NULL when there is none. */
static Graph *scalar_graph(const Entry *entry)
{
    Graph *g = entry->graph;
    ARRAY(Out) outs = {0};
    for (int i = 0; i < g->outs.n; i++)
        if (!g->outs.at[i].store)
            PUSH(g->arena, outs, g->outs.at[i]);
    bool step = entry->kind == ENTRY_STEP; /* its first out is the loss */
    if (outs.n == 0)
        return NULL;
    Graph *loss = graph_extract(g, "loss", step ? 1 : outs.n, outs.at,
                                step ? TRAINING : INFERENCE);
    Node *y = step ? loss->outs.at[0].node : random_sum(loss, 1);
    loss->outs.n = 0;
    if (!y)
        return NULL;
    graph_out(loss, "loss", y);
    return loss;
}

/* ---- the two derivatives ---- */

static void symbolic_gradients(Check *c)
{
    Node *y = c->grad->outs.at[0].node;
    Node **dparam = NEW_N(c->arena, Node *, c->param.n + 1);
    graph_grad(y, NULL, c->param.n, c->param.at, dparam);
    for (int i = 0; i < c->param.n; i++)
        graph_out(c->grad, c->param.at[i]->attr.text, dparam[i]);
    Arena *work = arena_new();
    Scalar **value = feed_eval(work, c->feed, &ring_f64, c->grad);
    c->gradient = NEW_N(c->arena, double *, c->param.n + 1);
    for (int i = 0; i < c->param.n; i++) {
        int64_t size = shape_size(&c->param.at[i]->shape);
        c->gradient[i] = NEW_N(c->arena, double, size);
        for (int64_t k = 0; k < size; k++) {
            c->gradient[i][k] = value[i + 1][k].d;
            c->scale = fmax(c->scale, fabs(c->gradient[i][k]));
        }
    }
    arena_free(work);
}

static double *random_direction(Arena *arena, int64_t size, uint64_t seed,
                                uint64_t stream)
{
    double *v = NEW_N(arena, double, size), square = 0;
    for (int64_t k = 0; k < size; k++) {
        v[k] = 2 * mf_uniform(seed, stream, 1, (uint64_t)k) - 1;
        square += v[k] * v[k];
    }
    for (int64_t k = 0; k < size; k++)
        v[k] /= sqrt(square);
    return v;
}

static int param_number(const Check *c, int i)
{
    const Program *p = c->feed->program;
    return (int)(program_param(c->feed->program, c->param.at[i]->attr.text) -
                 p->params.at);
}

/* The difference of the two along direction d of the parameters first .. last. */
static double difference(Check *c, int first, int last, int d)
{
    Arena *work = arena_new();
    double symbolic = 0;
    for (int i = first; i <= last; i++) {
        const Node *p = c->param.at[i];
        int64_t size = shape_size(&p->shape);
        double *v = random_direction(work, size, (uint64_t)d, mf_hash(p->attr.text));
        c->feed->tangent[param_number(c, i)] = v;
        for (int64_t k = 0; k < size; k++)
            symbolic += c->gradient[i][k] * v[k];
    }
    double dual = feed_eval(work, c->feed, &ring_dual, c->loss)[0][0].dual.d;
    for (int i = first; i <= last; i++)
        c->feed->tangent[param_number(c, i)] = NULL;
    arena_free(work);
    return fabs(dual - symbolic);
}

/* The largest difference over some directions; NaN if any is. */
static double param_error(Check *c, int i, int directions)
{
    double worst = 0;
    for (int d = 0; d < directions; d++) {
        double error = difference(c, i, i, d);
        worst = isnan(worst) || isnan(error) ? NAN : fmax(worst, error);
    }
    return worst;
}

/* ---- the table ---- */

static double length(const double *v, int64_t n)
{
    double square = 0;
    for (int64_t i = 0; i < n; i++)
        square += v[i] * v[i];
    return sqrt(square);
}

/* Multiplications of a contraction: the product of the extents of its letters. */
static int64_t contract_work(const Node *n)
{
    const char *letters = n->attr.text;
    int64_t work = shape_size(&n->shape);
    const char *result = strchr(letters, '>') + 1;
    for (int i = 0; i < n->arg[0]->shape.rank; i++)
        if (!strchr(result, letters[i]))
            work = size_mul(work, n->arg[0]->shape.dim[i]);
    return work;
}

static bool is_large(const Graph *g)
{
    int64_t work = 0;
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        work = size_add(work, n->op == OP_contract ? contract_work(n)
                                                   : shape_size(&n->shape));
    }
    return work > MUCH_WORK;
}

static bool is_right(const Check *c, double error)
{
    return error <= DERIVATIVE_TOLERANCE * c->scale; /* false for NaN */
}

static int print_row(Check *c, int i, double error)
{
    const Node *p = c->param.at[i];
    printf("  %-32s %-16s %12.4g %12.2g  %s\n", p->attr.text,
           shape_text(c->arena, &p->shape),
           length(c->gradient[i], shape_size(&p->shape)),
           c->scale > 0 ? error / c->scale : error,
           is_right(c, error) ? "ok"
           : isnan(error)     ? "FAILED: not a number"
                              : "FAILED");
    return !is_right(c, error);
}

static int print_rows(Check *c)
{
    bool large = is_large(c->loss);
    double joint = large ? difference(c, 0, c->param.n - 1, 0) : NAN;
    bool all = large && is_right(c, joint);
    int failures = 0;
    if (all)
        printf("  (a large graph: all parameters moved at once)\n");
    printf("  %-32s %-16s %12s %12s\n", "parameter", "shape", "|gradient|", "error");
    for (int i = 0; i < c->param.n; i++)
        failures +=
            print_row(c, i, all ? joint : param_error(c, i, large ? 1 : DIRECTIONS));
    return failures;
}

/* Checks one entry; returns the number of parameters that failed. */
static int check_entry(Feed *feed, const Entry *entry, int *checked)
{
    Check c = {.arena = feed->arena, .feed = feed};
    c.loss = scalar_graph(entry);
    c.grad = scalar_graph(entry);
    if (!c.loss)
        return 0;
    feed_entry(feed, entry);
    feed_random_inputs(feed, feed->seed + 1);
    for (int i = 0; i < c.grad->nodes.n; i++) {
        Node *n = c.grad->nodes.at[i];
        Param *p =
            n->op == OP_param ? program_param(feed->program, n->attr.text) : NULL;
        if (p && p->role == MF_PARAM && is_float(n->dtype))
            PUSH(c.arena, c.param, n);
    }
    symbolic_gradients(&c);
    printf("%s: largest gradient %.4g, errors in units of it\n", entry->name, c.scale);
    *checked += c.param.n;
    return print_rows(&c);
}

int cmd_gradcheck(Cmd *cmd)
{
    Program *p = cmd_program_f64(cmd);
    Feed *feed = feed_new(cmd->arena, p, cmd_seed(cmd, p), &ring_f64);
    if (cmd->params)
        feed_load_params(feed, cmd->params);
    int failures = 0, checked = 0;
    for (int i = 0; i < p->trains.n; i++)
        failures += check_entry(feed, &p->entries.at[p->trains.at[i].step], &checked);
    /* Without a training, the functions: a random combination of their outputs. */
    for (int i = 0; i < p->entries.n && p->trains.n == 0; i++)
        if (p->entries.at[i].kind == ENTRY_FUNC)
            failures += check_entry(feed, &p->entries.at[i], &checked);
    printf("%s checked, %d failed\n",
           count_text(cmd->arena, checked, "gradient", "gradients"), failures);
    return failures > 0 ? EXIT_SCRIPT : 0;
}

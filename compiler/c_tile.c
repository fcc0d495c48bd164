/*
 * c_tile.c - the call that makes a tile of a product: of OpenBLAS, or of mf_tile.h,
 * whose plan is made of tables of its counters before the loops around it, in the
 * kernel or by who calls it (tile_once.c).
 */
#include "c_printer.h"

#include <string.h>

/* A table of counters, as text. Those of one turn are none, but for the last one. */
typedef struct Axes {
    int n;
    const char *text;
} Axes;

static Axes axes_of(Printer *p, int n, const int64_t *extent, const int64_t *a,
                    const int64_t *b)
{
    Text t = text_new(p->arena);
    int found = 0;
    for (int i = 0; i < n; i++) {
        if (extent[i] == 1 && (found > 0 || i < n - 1))
            continue;
        text_add(&t, "%s{%lld, %lld", found++ > 0 ? ", " : "", (long long)extent[i],
                 (long long)a[i]);
        if (b)
            text_add(&t, ", %lld", (long long)b[i]);
        text_add(&t, "}");
    }
    return (Axes){found, t.at};
}

/* The name of the table, which may be there already. */
static const char *print_axes(Printer *p, const char *word, const char *type,
                              const char *axes)
{
    for (int i = 0; i < p->tables.n; i++)
        if (strcmp(p->tables.at[i].word, word) == 0 &&
            strcmp(p->tables.at[i].axes, axes) == 0)
            return p->tables.at[i].name;
    Table table = {word, axes, scope_name(&p->names, word)};
    PUSH(p->arena, p->tables, table);
    text_line(p->text, "static const %s %s[] = {%s};", type, table.name, axes);
    return table.name;
}

static const char *number(Printer *p, int64_t n)
{
    return arena_format(p->arena, "%lld", (long long)n);
}

static const char *address(Printer *p, const Expr *load)
{
    return arena_format(p->arena, "&%s", c_load(p, load->buffer, load->index));
}

static void print_blas(Printer *p, const Stmt *s)
{
    const Tile *t = s->tile;
    Matrices x;
    if (!tile_matrices(t, &x))
        bug("a tile for OpenBLAS is no product of matrices");
    const char *item[] = {"CblasRowMajor",
                          x.turned_a ? "CblasTrans" : "CblasNoTrans",
                          x.turned_b ? "CblasTrans" : "CblasNoTrans",
                          number(p, x.m),
                          number(p, x.n),
                          number(p, x.k),
                          "1",
                          address(p, t->a),
                          number(p, x.step_a),
                          address(p, t->b),
                          number(p, x.step_b),
                          "0",
                          arena_format(p->arena, "%s[0]", c_buffer(p, s->buffer)),
                          number(p, s->buffer->shape.dim[1])};
    text_list(p->text, s->buffer->dtype == F32 ? "cblas_sgemm(" : "cblas_dgemm(",
              sizeof item / sizeof *item, item, ");");
}

typedef struct Counters {
    Axes rows, columns, terms;
} Counters;

static Counters counters_of(Printer *p, const Tile *t)
{
    int64_t extent[MAX_RANK + 1] = {1}, step[MAX_RANK + 1] = {0};
    int n_rows = t->rows ? tile_rows(t, extent, step) : 1;
    return (Counters){
        axes_of(p, n_rows, extent, step, NULL),
        axes_of(p, t->columns, t->column_extent, t->column_step, NULL),
        axes_of(p, t->terms, t->term_extent, t->term_a, t->term_b),
    };
}

static const char *plan_text(Printer *p, const Stmt *s, const Counters *c)
{
    return arena_format(p->arena, "%s %s %s %s", c_suffix(s->buffer->dtype),
                        c->rows.text, c->columns.text, c->terms.text);
}

/* The plan with this text, or NULL. */
static const Plan *find_plan(const Plans *plans, const char *text)
{
    for (int i = 0; i < plans->n; i++)
        if (strcmp(plans->at[i].text, text) == 0)
            return &plans->at[i];
    return NULL;
}

static void print_plan(Printer *p, const Stmt *s, const Counters *c, const Plan *plan)
{
    const char *item[] = {
        plan->address,
        number(p, c->rows.n),
        print_axes(p, "rows", "MfAxis", c->rows.text),
        number(p, c->columns.n),
        print_axes(p, "columns", "MfAxis", c->columns.text),
        number(p, c->terms.n),
        print_axes(p, "terms", "MfTerm", c->terms.text),
    };
    text_line(p->text, "MfPlan %s;", plan->name);
    text_list(p->text, arena_format(p->arena, "mf_plan%s(", c_suffix(s->buffer->dtype)),
              sizeof item / sizeof *item, item, ");");
}

/* The tile's plan, maybe that of one before it; a new one is given, or printed. */
static void add_plan(Printer *p, const Stmt *s, bool given)
{
    Counters c = counters_of(p, s->tile);
    Plan plan = {.tile = s->tile, .text = plan_text(p, s, &c)};
    const Plan *old = find_plan(&p->plans, plan.text);
    plan.name = old ? old->name : scope_name(&p->names, "plan");
    plan.address = given ? plan.name : arena_format(p->arena, "&%s", plan.name);
    if (!old && !given)
        print_plan(p, s, &c, &plan);
    PUSH(p->arena, p->plans, plan);
}

static void add_plans(Printer *p, const Block *block, bool given)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_TILE && !s->tile->blas)
            add_plan(p, s, given);
        add_plans(p, &s->body, given);
    }
}

void c_plans(Printer *p, const Block *block)
{
    add_plans(p, block, false);
}

void c_given_plans(Printer *p, const Block *block)
{
    add_plans(p, block, true);
}

const char *c_plan(const Printer *p, const Block *block)
{
    for (int i = 0; i < block->n; i++)
        for (int k = 0; k < p->plans.n; k++)
            if (block->at[i]->tile == p->plans.at[k].tile)
                return p->plans.at[k].address;
    return NULL;
}

Plans c_make_plans(Text *t, Scope *names, const Routine *r)
{
    Printer p = {.arena = t->arena, .text = t, .names = *names};
    for (int i = 0; i < r->plans.n; i++)
        add_plan(&p, r->plans.at[i], false);
    *names = p.names;
    return p.plans;
}

void c_plan_args(Arena *arena, Items *items, const Plans *plans, const Kernel *k)
{
    Printer p = {.arena = arena, .names = scope_new(arena, NULL)};
    if (k->planned)
        c_given_plans(&p, &k->body);
    for (int i = 0; i < p.plans.n; i++)
        if (find_plan(&p.plans, p.plans.at[i].text) == &p.plans.at[i])
            PUSH(arena, *items, find_plan(plans, p.plans.at[i].text)->address);
}

static void print_tile(Printer *p, const Stmt *s)
{
    const Tile *t = s->tile;
    const Block only = {.at = (Stmt *[]){(Stmt *)s}, .n = 1};
    const char *result =
        s->index ? arena_format(p->arena, "&%s", c_load(p, s->buffer, s->index))
                 : arena_format(p->arena, "%s[0]", c_buffer(p, s->buffer));
    const char *plan = c_plan(p, &only);
    int64_t rows = 1; /* of a unit */
    for (int d = p->units.n; d < t->rows; d++)
        rows *= t->row_extent[d];
    const char *times =
        rows > 1 ? arena_format(p->arena, "%lld * ", (long long)rows) : "";
    if (p->units.n > 0)
        text_line(p->text, "mf_rows(%s, %s%s.from, %s%s.to);", plan, times, p->share,
                  times, p->share);
    const char *item[] = {plan, address(p, t->a), address(p, t->b), result,
                          number(p, s->buffer->shape.dim[s->buffer->shape.rank - 1])};
    const char *head = arena_format(p->arena, "mf_product%s%s(",
                                    t->more     ? "_more"
                                    : t->turned ? "_turned"
                                                : "",
                                    c_suffix(s->buffer->dtype));
    text_list(p->text, head, sizeof item / sizeof *item, item, ");");
}

void c_tile(Printer *p, const Stmt *s)
{
    if (s->tile->blas)
        print_blas(p, s);
    else
        print_tile(p, s);
}

/*
 * c_tile.c - the call that makes a tile of a product: of mf_tile.h with tables of its
 * counters, or of OpenBLAS.
 */
#include "c_printer.h"

/* A table of counters, and its name. */
static const char *print_axes(Printer *p, const char *name, const char *type, int n,
                              const int64_t *extent, const int64_t *a, const int64_t *b)
{
    name = scope_name(&p->names, name);
    Text t = text_new(p->arena);
    for (int i = 0; i < n; i++) {
        text_add(&t, "%s{%lld, %lld", i ? ", " : "", (long long)extent[i],
                 (long long)a[i]);
        if (b)
            text_add(&t, ", %lld", (long long)b[i]);
        text_add(&t, "}");
    }
    text_line(p->text, "static const %s %s[] = {%s};", type, name, t.at);
    return name;
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

static void print_tile(Printer *p, const Stmt *s)
{
    const Tile *t = s->tile;
    static const int64_t one[] = {1}, zero[] = {0};
    const char *rows = t->rows ? print_axes(p, "rows", "MfAxis", t->rows, t->row_extent,
                                            t->row_step, NULL)
                               : print_axes(p, "rows", "MfAxis", 1, one, zero, NULL);
    const char *columns = print_axes(p, "columns", "MfAxis", t->columns,
                                     t->column_extent, t->column_step, NULL);
    const char *terms = print_axes(p, "terms", "MfTerm", t->terms, t->term_extent,
                                   t->term_a, t->term_b);
    const char *result =
        s->index ? arena_format(p->arena, "&%s", c_load(p, s->buffer, s->index))
                 : arena_format(p->arena, "%s[0]", c_buffer(p, s->buffer));
    const char *item[] = {number(p, t->rows ? t->rows : 1),
                          rows,
                          number(p, t->columns),
                          columns,
                          number(p, t->terms),
                          terms,
                          address(p, t->a),
                          address(p, t->b),
                          result,
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

/*
 * mf_scale.c - what the training rows teach: the scaling of an input, for each
 * number of a row (a csv's column) or for all alike (pixels).
 *
 *     zscore  (v - mean) / deviation, the deviation over n
 *     minmax  (v - lowest) / (highest - lowest)
 *
 * A number that is always the same becomes 0. NaN that stands for a missing value
 * counts for nothing.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mf_source.h"

/* ---- sums over training rows ---- */

typedef struct ScaleSums {
    int n;                                      /* numbers scaled apart */
    double *low, *high, *mean, *square, *count; /* n each */
} ScaleSums;

static void sums_first(ScaleSums *s, size_t row, const double *v)
{
    for (size_t i = 0; i < row; i++) {
        size_t k = s->n == 1 ? 0 : i;
        s->low[k] = v[i] < s->low[k] ? v[i] : s->low[k];
        s->high[k] = v[i] > s->high[k] ? v[i] : s->high[k];
        if (isnan(v[i]))
            continue;
        s->mean[k] += v[i];
        s->count[k]++;
    }
}

/* fma, so that no compiler's choice to contract matters. */
static void sums_second(ScaleSums *s, size_t row, const double *v)
{
    for (size_t i = 0; i < row; i++) {
        size_t k = s->n == 1 ? 0 : i;
        double d = isnan(v[i]) ? 0 : v[i] - s->mean[k];
        s->square[k] = fma(d, d, s->square[k]);
    }
}

static int sums_check(const MfSource *source, const MfArray *a, size_t r,
                      const double *v)
{
    for (size_t i = 0; i < a->row; i++)
        if (!isfinite(v[i]) && !(a->gaps && isnan(v[i])))
            return mf_fail(3,
                           "%s: input %s: row %zu, number %zu: found %g, which no "
                           "scaling can be fitted to",
                           a->path, source->port->name, r, i, v[i]);
    return 0;
}

typedef void SumsAdd(ScaleSums *s, size_t row, const double *v);

/* Adds the rows of a range that lies over the source's parts. */
static int sums_add(ScaleSums *s, const MfSource *source, size_t first, size_t rows,
                    double *v, SumsAdd *add)
{
    size_t start = 0;
    for (int i = 0; i < source->n_parts; i++) {
        const MfArray *a = &source->part[i].array;
        size_t from = first > start ? first - start : 0;
        size_t to = first + rows > start ? first + rows - start : 0;
        for (size_t r = from; r < to && r < a->rows; r++) {
            mf_array_load(a, r * a->row, a->row, v);
            if (sums_check(source, a, r, v) != 0)
                return 3;
            add(s, a->row, v);
        }
        start += a->rows;
    }
    return 0;
}

int mf_fit_learn(MfFitted *f, const MfSource *source, size_t first, size_t rows)
{
    size_t row = mf_port_row(source->port);
    bool alike = source->n_parts > 0 && source->part[0].array.alike;
    ScaleSums s = {.n = alike ? 1 : (int)row};
    size_t n = (size_t)s.n;
    double *room = mf_alloc(5 * n + row, sizeof *room);
    f->sub = mf_alloc(n, sizeof *f->sub);
    f->div = mf_alloc(n, sizeof *f->div);
    int code = room == NULL || f->sub == NULL || f->div == NULL ? 3 : 0;
    if (code == 0) {
        f->n_scaled = s.n;
        s.low = room;
        s.high = room + n;
        s.mean = room + 2 * n;
        s.square = room + 3 * n;
        s.count = room + 4 * n;
        for (size_t i = 0; i < n; i++) {
            s.low[i] = INFINITY;
            s.high[i] = -INFINITY;
        }
        code = sums_add(&s, source, first, rows, room + 5 * n, sums_first);
    }
    for (size_t i = 0; i < n && code == 0; i++)
        s.mean[i] /= s.count[i];
    if (code == 0 && source->field->scale == MF_ZSCORE)
        code = sums_add(&s, source, first, rows, room + 5 * n, sums_second);
    for (size_t i = 0; i < n && code == 0; i++) {
        bool z = source->field->scale == MF_ZSCORE, flat = !(s.low[i] < s.high[i]);
        double width = z ? sqrt(s.square[i] / s.count[i]) : s.high[i] - s.low[i];
        f->sub[i] = s.count[i] == 0 ? 0 : z && !flat ? s.mean[i] : s.low[i];
        f->div[i] = flat || !(width > 0) ? 1 : width;
    }
    free(room);
    return code;
}

/* ---- entries of a fit ---- */

static char *text_copy(const char *text)
{
    return mf_path_join(NULL, text);
}

static MfFitted *fit_new(MfFit *fit, const char *input)
{
    MfFitted *moved = mf_resize(fit->input, (size_t)fit->n + 1, sizeof *moved);
    if (moved == NULL)
        return NULL;
    fit->input = moved;
    MfFitted *f = &moved[fit->n];
    *f = (MfFitted){.input = text_copy(input)};
    if (f->input == NULL)
        return NULL;
    fit->n++;
    return f;
}

const MfFitted *mf_fit_find(const MfFit *fit, const char *input)
{
    for (int i = 0; fit != NULL && i < fit->n; i++)
        if (strcmp(fit->input[i].input, input) == 0)
            return &fit->input[i];
    return NULL;
}

/* Gives an entry n columns at these places, named or not, with these classes. */
static bool fit_set_columns(MfFitted *f, int n, const int *position, char *const *name,
                            const int *of, const MfClasses *classes)
{
    MfClasses *copy = mf_classes_copy(n, classes);
    if (copy == NULL)
        return false;
    f->n_columns = n; /* of which names may be NULL yet */
    f->classes = copy;
    f->position = mf_alloc((size_t)n, sizeof *f->position);
    if (f->position == NULL)
        return false;
    memcpy(f->position, position, (size_t)n * sizeof *position);
    if (name != NULL) {
        f->name = mf_alloc((size_t)n, sizeof *f->name);
        if (f->name == NULL)
            return false;
    }
    for (int i = 0; i < n && name != NULL; i++) {
        f->name[i] = text_copy(name[of == NULL ? i : of[i]]);
        if (f->name[i] == NULL)
            return false;
    }
    return true;
}

MfFitted *mf_fit_add(MfFit *fit, const MfSource *source)
{
    const MfCsv *csv = source->csv;
    MfFitted *f = fit_new(fit, source->port->name);
    if (f == NULL || csv == NULL)
        return f;
    f->width = csv->width;
    return fit_set_columns(f, source->n_columns, source->position, csv->name,
                           source->position, source->classes)
               ? f
               : NULL;
}

static bool fit_copy_input(MfFit *to, const MfFitted *from)
{
    size_t n = (size_t)from->n_scaled;
    MfFitted *f = fit_new(to, from->input);
    if (f == NULL)
        return false;
    f->width = from->width;
    if (from->n_columns > 0 && !fit_set_columns(f, from->n_columns, from->position,
                                                from->name, NULL, from->classes))
        return false;
    if (n == 0)
        return true;
    f->sub = mf_alloc(n, sizeof *f->sub);
    f->div = mf_alloc(n, sizeof *f->div);
    if (f->sub == NULL || f->div == NULL)
        return false;
    memcpy(f->sub, from->sub, n * sizeof *f->sub);
    memcpy(f->div, from->div, n * sizeof *f->div);
    f->n_scaled = from->n_scaled;
    return true;
}

int mf_fit_copy(MfFit *to, const MfFit *from)
{
    for (int i = 0; i < from->n; i++)
        if (!fit_copy_input(to, &from->input[i]))
            return 3;
    to->n_bytes = from->n_bytes;
    memcpy(to->byte, from->byte, sizeof to->byte);
    return 0;
}

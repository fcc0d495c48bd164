/*
 * mf_fit.c - what was learnt from the training rows, as text and back. One word a
 * fact, in this order, blanks between them:
 *
 *     bytes:0a20212e...  input:x width:14 column:0,crim column:1,zn ...
 *     scale:3.6135,8.5929 ...  input:y width:5 column:4,species class:setosa ...
 *
 * Bytes of a name other than letters, digits and ._- are %NN; numbers have 17
 * digits, so that they come back as they were.
 */
#include <math.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"

void mf_fit_free(MfFit *fit)
{
    for (int i = 0; i < fit->n; i++) {
        MfFitted *f = &fit->input[i];
        for (int j = 0; j < f->n_columns && f->name != NULL; j++)
            free(f->name[j]);
        mf_classes_free(f->n_columns, f->classes);
        free(f->input);
        free(f->sub);
        free(f->div);
        free(f->position);
        free(f->name);
    }
    free(fit->input);
    *fit = (MfFit){0};
}

/* ---- writing ---- */

typedef struct FitText {
    char *at;
    size_t n, room;
    bool failed;
} FitText;

static void fit_add(FitText *t, const char *text, size_t n)
{
    if (!t->failed && t->n + n + 1 > t->room) {
        size_t room = 2 * (t->n + n + 1);
        char *moved = mf_resize(t->at, room, 1);
        t->failed = moved == NULL;
        if (!t->failed) {
            t->at = moved;
            t->room = room;
        }
    }
    if (t->failed)
        return;
    memcpy(t->at + t->n, text, n);
    t->n += n;
    t->at[t->n] = '\0';
}

static void fit_add_word(FitText *t, const char *key)
{
    if (t->n > 0)
        fit_add(t, " ", 1);
    fit_add(t, key, strlen(key));
}

static bool fit_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '.' || c == '_' || c == '-';
}

static void fit_add_name(FitText *t, const char *name)
{
    for (; *name != '\0'; name++) {
        char escaped[4];
        snprintf(escaped, sizeof escaped, "%%%02x", (unsigned)(unsigned char)*name);
        fit_add(t, fit_plain(*name) ? name : escaped, fit_plain(*name) ? 1 : 3);
    }
}

static void fit_add_input(FitText *t, const MfFitted *f)
{
    char number[80];
    fit_add_word(t, "input:");
    fit_add_name(t, f->input);
    if (f->n_columns > 0) {
        snprintf(number, sizeof number, "width:%d", f->width);
        fit_add_word(t, number);
    }
    for (int i = 0; i < f->n_columns; i++) {
        snprintf(number, sizeof number, "column:%d", f->position[i]);
        fit_add_word(t, number);
        if (f->name != NULL) {
            fit_add(t, ",", 1);
            fit_add_name(t, f->name[i]);
        }
        for (int k = 0; k < f->classes[i].n; k++) {
            fit_add_word(t, "class:");
            fit_add_name(t, f->classes[i].name[k]);
        }
    }
    for (int i = 0; i < f->n_scaled; i++) {
        snprintf(number, sizeof number, "scale:%.17g,%.17g", f->sub[i], f->div[i]);
        fit_add_word(t, number);
    }
}

char *mf_fit_text(const MfFit *fit)
{
    FitText t = {0};
    fit_add(&t, "", 0);
    if (fit->n_bytes > 0)
        fit_add_word(&t, "bytes:");
    for (int i = 0; i < fit->n_bytes; i++) {
        char hex[4];
        snprintf(hex, sizeof hex, "%02x", (unsigned)fit->byte[i]);
        fit_add(&t, hex, 2);
    }
    for (int i = 0; i < fit->n; i++)
        fit_add_input(&t, &fit->input[i]);
    if (t.failed) {
        free(t.at);
        return NULL;
    }
    return t.at;
}

/* ---- reading ---- */

static int fit_hex(const char *at)
{
    int v = 0;
    for (int i = 0; i < 2; i++) {
        const char *digits = "0123456789abcdef", *found;
        if (at[i] == '\0' || (found = strchr(digits, at[i])) == NULL)
            return -1;
        v = v * 16 + (int)(found - digits);
    }
    return v;
}

static bool fit_take_bytes(MfFit *fit, const char *at, size_t n)
{
    if (n == 0 || n % 2 != 0 || n > 512 || fit->n_bytes != 0)
        return false;
    for (size_t i = 0; i < n; i += 2) {
        int byte = fit_hex(at + i);
        if (byte < 0 || (i > 0 && byte <= fit->byte[i / 2 - 1]))
            return false;
        fit->byte[i / 2] = (unsigned char)byte;
    }
    fit->n_bytes = (int)(n / 2);
    return true;
}

static char *fit_take_name(const char *at, size_t n)
{
    char *name = mf_alloc(n + 1, 1), *to = name;
    for (size_t i = 0; name != NULL && i < n; i++) {
        int byte = at[i] == '%' && i + 2 < n ? fit_hex(at + i + 1) : -1;
        if (byte > 0)
            i += 2;
        else if (!fit_plain(at[i])) {
            free(name);
            return NULL;
        }
        *to++ = byte > 0 ? (char)byte : at[i];
    }
    return name;
}

static bool fit_take_place(const char **at, int most, int *out)
{
    char *end;
    if (**at < '0' || **at > '9')
        return false;
    long v = strtol(*at, &end, 10);
    *at = end;
    *out = (int)v;
    return v >= 0 && v <= most;
}

/* Makes room for one more behind n when n is 0 or a power of two. `array` is the
 * address of a pointer, whatever it points to. */
static bool fit_grow(void *array, int n, size_t size)
{
    void *block;
    if (n != 0 && (n & (n - 1)) != 0)
        return true;
    memcpy(&block, array, sizeof block);
    block = n > INT_MAX / 4 ? NULL : mf_resize(block, n == 0 ? 1 : 2 * (size_t)n, size);
    if (block != NULL)
        memcpy(array, &block, sizeof block);
    return block != NULL;
}

static bool fit_take_column(MfFitted *f, const char *at, const char *end)
{
    int n = f->n_columns;
    if (!fit_grow(&f->position, n, sizeof *f->position) ||
        !fit_grow(&f->classes, n, sizeof *f->classes) ||
        !fit_take_place(&at, f->width - 1, &f->position[n]))
        return false;
    bool named = *at == ',';
    if ((named ? at + 1 : at) > end || (!named && at != end) ||
        (n > 0 && named != (f->name != NULL)))
        return false;
    if (named) {
        char *name = fit_take_name(at + 1, (size_t)(end - at - 1));
        if (name == NULL || !fit_grow(&f->name, n, sizeof *f->name)) {
            free(name);
            return false;
        }
        f->name[n] = name;
    }
    f->classes[f->n_columns++] = (MfClasses){0};
    return true;
}

/* Of the column before it. */
static bool fit_take_class(MfFitted *f, const char *at, size_t n)
{
    MfClasses *c = f->n_columns > 0 ? &f->classes[f->n_columns - 1] : NULL;
    if (c == NULL || !fit_grow(&c->name, c->n, sizeof *c->name))
        return false;
    c->name[c->n] = fit_take_name(at, n);
    return c->name[c->n] != NULL && ++c->n > 0;
}

static bool fit_take_scale(MfFitted *f, const char *at, const char *end)
{
    const char *comma = memchr(at, ',', (size_t)(end - at));
    int n = f->n_scaled;
    if (comma == NULL || !fit_grow(&f->sub, n, sizeof *f->sub) ||
        !fit_grow(&f->div, n, sizeof *f->div) ||
        !mf_number(at, (size_t)(comma - at), &f->sub[n]) ||
        !mf_number(comma + 1, (size_t)(end - comma - 1), &f->div[n]) ||
        !isfinite(f->sub[n]) || !isfinite(f->div[n]) || f->div[n] == 0)
        return false;
    f->n_scaled++;
    return true;
}

static bool fit_take_word(MfFit *fit, const char *at, const char *end)
{
    const char *colon = memchr(at, ':', (size_t)(end - at));
    if (colon == NULL)
        return false;
    size_t key = (size_t)(colon - at), n = (size_t)(end - colon - 1);
    MfFitted *f = fit->n > 0 ? &fit->input[fit->n - 1] : NULL;
    const char *value = colon + 1;
    if (key == 5 && memcmp(at, "bytes", key) == 0)
        return fit_take_bytes(fit, value, n);
    if (key == 5 && memcmp(at, "input", key) == 0) {
        if (!fit_grow(&fit->input, fit->n, sizeof *fit->input))
            return false;
        fit->input[fit->n] = (MfFitted){.input = fit_take_name(value, n)};
        return fit->input[fit->n++].input != NULL;
    }
    if (key == 5 && f != NULL && memcmp(at, "width", key) == 0)
        return fit_take_place(&value, INT_MAX, &f->width) && value == end;
    if (key == 6 && f != NULL && memcmp(at, "column", key) == 0)
        return fit_take_column(f, value, end);
    if (key == 5 && f != NULL && memcmp(at, "class", key) == 0)
        return fit_take_class(f, value, n);
    if (key == 5 && f != NULL && memcmp(at, "scale", key) == 0)
        return fit_take_scale(f, value, end);
    return false;
}

int mf_fit_parse(const char *text, MfFit *out)
{
    MfQuote quote;
    *out = (MfFit){0};
    for (const char *at = text; *at != '\0';) {
        size_t n = strcspn(at, " ");
        if (!fit_take_word(out, at, at + n)) {
            mf_fit_free(out);
            return mf_fail(3, "the scaling of the data: cannot read %s",
                           mf_quote(&quote, at, n));
        }
        at += n + (at[n] == ' ');
    }
    return 0;
}

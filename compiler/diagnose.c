/*
 * diagnose.c - messages, as text or as JSON, and the ways to stop.
 *
 *     file:line: error: text                 {"code": "product", "severity": "error",
 *        line | the user's source             "file": ..., "line": ..., "message": ...,
 *     file:line: note: text                   "notes": [...], "help": ...}
 *
 * An error need not be the last: whoever runs a script may go on after it with a value
 * in the place of what failed (diagnostics_on_error). Errors that only follow from one
 * that is told already are kept quiet, and none is told twice.
 */
#include "diagnosis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NOTES = 8, MESSAGE = 2048, SHOWN = 160, ERRORS = 20, WARNINGS = 64 };

typedef struct Note {
    Where where;
    char text[MESSAGE];
} Note;

/* Notes that wait for the error they belong to. */
static Note notes[NOTES];
static int n_notes;

/* What was told: the kinds of errors, and hashes of place and text. */
static struct {
    const Diagnosis *kind;
    uint64_t hash;
} told[ERRORS];
static int n_told;
static int n_errors;              /* those included that were told before */
static uint64_t warned[WARNINGS]; /* hashes of those that are remembered */
static int n_warnings;

static bool as_json;
static bool quiet;
static void (*unwind)(void *context);
static void *unwind_context;
static void (*explain)(void *context, Where where);
static void *explain_context;
static jmp_buf *attempted; /* where an error leads instead of being told, or NULL */
static Where blamed;
static const Where *here;

/* ---- text ---- */

/* Text of unknown origin on a terminal: control characters become '?'. */
static void print_clean(const char *text, size_t n)
{
    const unsigned char *p = (const unsigned char *)text;
    for (size_t i = 0; i < n; i++) {
        bool c1 = p[i] == 0xc2 && i + 1 < n && p[i + 1] >= 0x80 && p[i + 1] < 0xa0;
        if (p[i] == '\t')
            fputc(' ', stderr);
        else if (p[i] < ' ' || p[i] == 0x7f || c1)
            fputc('?', stderr);
        else
            fputc(p[i], stderr);
        i += c1;
    }
}

/* The line of the source, with its number in front; nothing if it is not there. */
static void print_source(Where where)
{
    struct stat info; /* a pipe has been read, and opening it again would wait */
    if (where.file == NULL || where.line <= 0 || stat(where.file, &info) != 0 ||
        !S_ISREG(info.st_mode))
        return;
    FILE *f = fopen(where.file, "r");
    if (f == NULL)
        return;
    char line[SHOWN + 1];
    size_t n = 0;
    int at = 1, c = fgetc(f);
    for (; c != EOF && at <= where.line; c = fgetc(f)) {
        if (at == where.line && c != '\n' && c != '\r' && n < SHOWN)
            line[n++] = (char)c;
        at += c == '\n';
    }
    fclose(f);
    if (n == 0)
        return;
    fprintf(stderr, "%5d | ", where.line);
    print_clean(line, n);
    fputc('\n', stderr);
}

static void print_head(Where where, const char *kind, const char *text)
{
    if (where.file == NULL) {
        fputs("mfc", stderr);
    } else {
        print_clean(where.file, strlen(where.file));
        if (where.line > 0)
            fprintf(stderr, ":%d", where.line);
    }
    fprintf(stderr, ": %s: ", kind);
    print_clean(text, strlen(text));
    fputc('\n', stderr);
}

/* ---- JSON ---- */

/* The length of the UTF-8 sequence at p, 0 where it is none. */
static size_t utf8_length(const unsigned char *p)
{
    size_t k = p[0] < 0x80   ? 1
               : p[0] < 0xc2 ? 0
               : p[0] < 0xe0 ? 2
               : p[0] < 0xf0 ? 3
               : p[0] < 0xf5 ? 4
                             : 0;
    for (size_t i = 1; i < k; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    return k;
}

static void json_string(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    fputc('"', stderr);
    while (*p) {
        size_t k = utf8_length(p);
        if (*p == '"' || *p == '\\')
            fprintf(stderr, "\\%c", *p);
        else if (*p < ' ' || *p == 0x7f)
            fprintf(stderr, "\\u%04x", *p);
        else if (k > 0)
            fwrite(p, 1, k, stderr);
        else
            fputs("\\ufffd", stderr);
        p += k > 0 ? k : 1;
    }
    fputc('"', stderr);
}

static void json_place(Where where)
{
    fputs("\"file\": ", stderr);
    if (where.file)
        json_string(where.file);
    else
        fputs("null", stderr);
    if (where.line > 0)
        fprintf(stderr, ", \"line\": %d", where.line);
    else
        fputs(", \"line\": null", stderr);
    fputs(", \"message\": ", stderr);
}

static void print_json(Where where, const char *severity, const char *text,
                       const Diagnosis *kind)
{
    fprintf(stderr, "{\"code\": \"%s\", \"severity\": \"%s\", ", kind->code, severity);
    json_place(where);
    json_string(text);
    fputs(", \"notes\": [", stderr);
    for (int i = 0; i < n_notes; i++) {
        fputs(i ? ", {" : "{", stderr);
        json_place(notes[i].where);
        json_string(notes[i].text);
        fputc('}', stderr);
    }
    /* A message that ends with a question knows better than the catalogue. */
    const char *question = strstr(text, "did you mean ");
    fputs("], \"help\": ", stderr);
    json_string(question ? question : kind->help);
    fputs("}\n", stderr);
}

/* ---- telling ---- */

static void tell(Where where, const char *severity, const char *text,
                 const Diagnosis *kind)
{
    fflush(stdout);
    if (as_json) {
        print_json(where, severity, text, kind);
    } else {
        print_head(where, severity, text);
        print_source(where);
        for (int i = 0; i < n_notes; i++)
            print_head(notes[i].where, "note", notes[i].text);
    }
    n_notes = 0;
}

/* Where to read more about what was told. */
static void tell_codes(void)
{
    if (as_json || n_told == 0)
        return;
    fputs("mfc: note: for an example: mfc explain", stderr);
    for (int i = 0; i < n_told; i++) {
        bool before = false;
        for (int k = 0; k < i; k++)
            before = before || told[k].kind == told[i].kind;
        if (!before)
            fprintf(stderr, " %s", told[i].kind->code);
    }
    fputc('\n', stderr);
}

_Noreturn static void stop(int code)
{
    tell_codes();
    exit(code);
}

/* Tells an error of a script, once. */
static void tell_error(Where where, const char *text)
{
    if (attempted != NULL)
        longjmp(*attempted, 1);
    const Diagnosis *kind = diagnosis_of(text);
    n_errors++;
    uint64_t hash = hash_text(hash_text((uint64_t)where.line, where.file), text);
    for (int i = 0; i < n_told; i++)
        if (told[i].hash == hash) {
            n_notes = 0;
            return;
        }
    if (explain)
        explain(explain_context, where);
    tell(where, "error", text, kind);
    told[n_told].kind = kind;
    told[n_told++].hash = hash;
    if (n_told == ERRORS) {
        tell((Where){0}, "note", "further errors are not shown",
             diagnosis_find("script"));
        stop(EXIT_SCRIPT);
    }
}

#define FORMATTED(text, format)                                                        \
    char text[MESSAGE];                                                                \
    do {                                                                               \
        va_list args;                                                                  \
        va_start(args, format);                                                        \
        vsnprintf(text, sizeof text, format, args);                                    \
        va_end(args);                                                                  \
    } while (0)

void report_at(Where where, const char *format, ...)
{
    FORMATTED(text, format);
    tell_error(where, text);
}

void fail_at(Where where, const char *format, ...)
{
    FORMATTED(text, format);
    if (!quiet)
        tell_error(where, text);
    n_notes = 0;
    if (unwind)
        unwind(unwind_context);
    stop(EXIT_SCRIPT);
}

void limit_at(Where where, const char *format, ...)
{
    FORMATTED(text, format);
    n_notes = 0;
    if (n_errors > 0) /* it follows from what was told, most likely */
        stop(EXIT_SCRIPT);
    tell(where, "error", text, diagnosis_find("limit"));
    stop(EXIT_LIMIT);
}

void note_at(Where where, const char *format, ...)
{
    if (n_notes == NOTES)
        return;
    FORMATTED(text, format);
    notes[n_notes].where = where;
    memcpy(notes[n_notes++].text, text, sizeof text);
}

/* A script runs several times: what it is warned of is told once. */
void warn_at(Where where, const char *format, ...)
{
    FORMATTED(text, format);
    uint64_t hash = hash_text(hash_text((uint64_t)where.line, where.file), text);
    for (int i = 0; i < n_warnings && i < WARNINGS; i++)
        if (warned[i] == hash)
            return;
    if (n_warnings < WARNINGS)
        warned[n_warnings] = hash;
    n_warnings++;
    tell(where, "warning", text, diagnosis_of(text));
}

void fail(int code, const char *format, ...)
{
    FORMATTED(text, format);
    n_notes = 0;
    bool placed = code == EXIT_LIMIT && here != NULL;
    tell(placed ? *here : (Where){0}, "error", text,
         diagnosis_find(code == EXIT_USAGE   ? "usage"
                        : code == EXIT_LIMIT ? "limit"
                                             : "file"));
    exit(code);
}

void bug(const char *format, ...)
{
    FORMATTED(text, format);
    n_notes = 0;
    if (blamed.file != NULL)
        fail_at(blamed, "%s", text);
    tell((Where){0}, as_json ? "error" : "internal error, please report it", text,
         diagnosis_find("bug"));
    exit(EXIT_BUG);
}

/* ---- more than one ---- */

void diagnostics_json(void)
{
    as_json = true;
}

void diagnostics_on_error(void (*go_on)(void *context), void *context)
{
    unwind = go_on;
    unwind_context = context;
}

void diagnostics_explained(void (*with)(void *context, Where where), void *context)
{
    explain = with;
    explain_context = context;
}

void diagnostics_quiet(bool on)
{
    quiet = on;
}

bool diagnostics_try(void (*attempt)(void *context), void *context)
{
    jmp_buf before;
    attempted = &before;
    if (setjmp(before) == 0) {
        attempt(context);
        attempted = NULL;
        return true;
    }
    attempted = NULL;
    n_notes = 0;
    quiet = false;
    diagnostics_on_error(NULL, NULL);
    diagnostics_explained(NULL, NULL);
    diagnostics_here(NULL);
    return false;
}

int diagnostics_errors(void)
{
    return n_errors;
}

int diagnostics_warnings(void)
{
    return n_warnings;
}

void diagnostics_stop(void)
{
    stop(EXIT_SCRIPT);
}

void diagnostics_blame(Where where)
{
    blamed = where;
}

void diagnostics_here(const Where *where)
{
    here = where;
}

void diagnostics_reset(void)
{
    n_notes = n_told = n_errors = 0;
    as_json = quiet = false;
    diagnostics_on_error(NULL, NULL);
    diagnostics_explained(NULL, NULL);
    diagnostics_blame((Where){0});
    diagnostics_here(NULL);
}

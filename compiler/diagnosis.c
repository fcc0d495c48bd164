/*
 * diagnosis.c - the catalogue of diagnostics: the kind of a message, which its text
 * decides by the patterns of diagnostics.def, so that whoever writes a message need not
 * name one.
 */
#include "diagnosis.h"

#include <stddef.h>
#include <string.h>

enum { PATTERNS = 32 };

static const struct {
    Diagnosis diagnosis;
    const char *pattern[PATTERNS];
} rows[] = {
#define DIAGNOSTIC(code, title, help, wrong, right, ...)                               \
    {{code, title, help, wrong, right}, {__VA_ARGS__}},
#include "diagnostics.def"
};
enum { ROWS = sizeof rows / sizeof *rows };

/* Does the text fit the pattern, in which * stands for anything? */
static bool fits(const char *pattern, const char *text)
{
    const char *star = NULL, *from = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = ++pattern;
            from = text;
        } else if (*pattern == *text) {
            pattern++, text++;
        } else if (star) {
            pattern = star;
            text = ++from;
        } else {
            return false;
        }
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

const Diagnosis *diagnosis_of(const char *message)
{
    for (int i = 0; i < ROWS; i++)
        for (int k = 0; k < PATTERNS && rows[i].pattern[k]; k++)
            if (rows[i].pattern[k][0] && fits(rows[i].pattern[k], message))
                return &rows[i].diagnosis;
    return diagnosis_find("script");
}

const Diagnosis *diagnosis_find(const char *code)
{
    for (int i = 0; i < ROWS; i++)
        if (strcmp(rows[i].diagnosis.code, code) == 0)
            return &rows[i].diagnosis;
    return NULL;
}

const Diagnosis *diagnosis_row(int i)
{
    return i < ROWS ? &rows[i].diagnosis : NULL;
}

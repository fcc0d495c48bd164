/*
 * c_runtime.c - the parts of the runtime that a stand-alone file holds. The inline
 * headers are lists of parts between blank lines; a part goes in if a name that it
 * defines is used by what goes in. The trainer goes in whole. What it alone uses is
 * left out where it is, for a compiler may warn of functions that nobody calls.
 */
#include "c_file.h"

#include <ctype.h>
#include <string.h>

#include "runtime_text.h"

enum { FILES = sizeof runtime_files / sizeof *runtime_files };

/* In the order of what they stand on. */
static const char *const inline_files[] = {"mf_float.h",   "mf_exp.h",
                                           "mf_angle.h",   "mf_saturate.h",
                                           "mf_scalar.h",  "mf_pow.h",
                                           "mf_math.h",    "mf_lanes.h",
                                           "mf_vector.h",  "mf_panel.h",
                                           "mf_plan.h",    "mf_tile.h",
                                           "mf_tile_x.h",  "mf_random.h",
                                           "mf_profile.h", "mf_threads.h"};

static const char *file_text(const char *name)
{
    for (int i = 0; i < FILES; i++)
        if (strcmp(runtime_files[i].name, name) == 0)
            return runtime_files[i].text;
    return NULL;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* ---- parts of the inline headers ---- */

typedef struct Part {
    const char *text;
    ARRAY(const char *) names; /* that it defines; none: it always goes in */
    bool is_function;
    bool used;
    bool by_main; /* by nothing else */
} Part;
typedef ARRAY(Part) Parts;

static void add_name(Arena *arena, Part *part, const char *begin, const char *end)
{
    PUSH(arena, part->names, intern_n(arena, begin, (size_t)(end - begin)));
}

/* The word that ends at `end`. */
static const char *word_before(const char *line, const char *end)
{
    while (end > line && is_word(end[-1]))
        end--;
    return end;
}

/* What a line defines: a macro, an inline function, a type, constants. */
static void find_names(Arena *arena, Part *part, const char *line)
{
    const char *end = line + strcspn(line, "\n");
    const char *open = memchr(line, '(', (size_t)(end - line));
    if (strncmp(line, "#define MF_CLONES", 17) == 0) {
        return; /* with the first part */
    } else if (strncmp(line, "#define ", 8) == 0) {
        const char *w = line + 8;
        add_name(arena, part, w, w + strcspn(w, " (\n"));
    } else if (open && (strncmp(line, "static inline ", 14) == 0 ||
                        strncmp(line, "MF_KERNEL void ", 15) == 0 ||
                        strncmp(line, "MF_CLONES static inline ", 24) == 0)) {
        add_name(arena, part, word_before(line, open), open);
        part->is_function = true;
    } else if ((strncmp(line, "typedef ", 8) == 0 || *line == '}') && end[-1] == ';' &&
               is_word(end[-2])) {
        add_name(arena, part, word_before(line, end - 1), end - 1);
    } else if (strncmp(line, "enum { ", 7) == 0) {
        for (const char *p = line; p < end; p++)
            if (strncmp(p, " = ", 3) == 0)
                add_name(arena, part, word_before(line, p), p);
    }
}

static Part part_of(Arena *arena, const char *text)
{
    Part part = {.text = text};
    if (strncmp(text, "#include", 8) == 0)
        return part; /* what all the others stand on */
    for (const char *line = text; *line; line = strchr(line, '\n') + 1)
        find_names(arena, &part, line);
    return part;
}

static bool is_named(const Part *part, const char *text)
{
    for (int i = 0; i < part->names.n; i++)
        if (part->is_function ? text_mentions_call(text, part->names.at[i])
                              : text_mentions(text, part->names.at[i]))
            return true;
    return false;
}

static bool is_guard_line(const char *line)
{
    const char *word = strncmp(line, "#ifndef ", 8) == 0   ? line + 8
                       : strncmp(line, "#define ", 8) == 0 ? line + 8
                                                           : NULL;
    if (!word)
        return false;
    size_t n = strcspn(word, " \n");
    return n > 2 && strncmp(word + n - 2, "_H", 2) == 0;
}

/* Splits at blank lines; guards and the opening comment are left out. */
static void split(Arena *arena, const char *text, Parts *parts)
{
    Text part = text_new(arena);
    bool first = true; /* in the opening comment */
    for (const char *line = text;; line = strchr(line, '\n') + 1) {
        size_t n = strcspn(line, "\n");
        if (n == 0) {
            if (part.n > 0 && strcmp(part.at, "#endif\n") != 0) {
                Part p = part_of(arena, part.at);
                PUSH(arena, *parts, p);
            }
            part = text_new(arena);
            first = false;
            if (!*line)
                return;
        } else if (!is_guard_line(line) && strncmp(line, "#include \"", 10) != 0 &&
                   !(first && (line[0] == '/' || line[0] == ' '))) {
            text_add(&part, "%.*s\n", (int)n, line);
        }
        if (n >= 2 && strncmp(line + n - 2, "*/", 2) == 0)
            first = false;
        if (!strchr(line, '\n'))
            return;
    }
}

/* ---- what is written once for floats and doubles ---- */

/* A word of it: one that ends in X is of the type. */
static void add_of_type(Text *t, const char *word, size_t n, bool f64)
{
    if (!is_word(*word) || word[n - 1] != 'X')
        text_add(t, "%.*s", (int)n, word);
    else if (strncmp(word, "RealX", n) == 0)
        text_add(t, f64 ? "double" : "float");
    else
        text_add(t, "%.*s%s", (int)n - 1, word,
                 f64                            ? ""
                 : strncmp(word, "MF_", 3) == 0 ? "F"
                                                : "f");
}

/* The text for one type. A line that begins below a word still does. */
static const char *of_type(Arena *arena, const char *text, bool f64)
{
    enum { WIDE = 128 };
    Text t = text_new(arena);
    int moved[WIDE] = {0}; /* where a word of the lines before began: by how much */
    for (const char *line = text; *line; line++) {
        int at = (int)strspn(line, " "), begin = (int)t.n;
        text_add(&t, "%*s", at + moved[at], "");
        for (line += at; *line != '\n';) {
            int n = 1;
            while (is_word(line[0]) && is_word(line[n]))
                n++;
            moved[at] = (int)t.n - begin - at;
            memset(moved + at + 1, 0, (size_t)(WIDE - at - 1) * sizeof *moved);
            add_of_type(&t, line, (size_t)n, f64);
            line += n;
            at += n;
        }
        text_add(&t, "\n");
    }
    return t.at;
}

/* Marks what `user` uses, and what that stands on. */
static void mark_used(Parts parts, const char *user, bool by_main)
{
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < parts.n; i++) {
            Part *p = &parts.at[i];
            if (p->used)
                continue;
            bool used = p->names.n == 0 || is_named(p, user);
            for (int k = 0; !used && k < parts.n; k++)
                used = parts.at[k].used && is_named(p, parts.at[k].text);
            again |= p->used = used;
            p->by_main = used && by_main;
        }
    }
}

static void runtime_parts(Text *t, const char *user, const char *trainer,
                          const char *macro)
{
    Parts parts = {0};
    for (size_t i = 0; i < sizeof inline_files / sizeof *inline_files; i++) {
        const char *text = file_text(inline_files[i]);
        if (strcmp(inline_files[i], "mf_tile_x.h") != 0) {
            split(t->arena, text, &parts);
        } else {
            split(t->arena, of_type(t->arena, text, false), &parts);
            split(t->arena, of_type(t->arena, text, true), &parts);
        }
    }
    mark_used(parts, user, false);
    if (trainer)
        mark_used(parts, trainer, true);
    bool guarded = false;
    for (int i = 0; i < parts.n; i++) {
        if (!parts.at[i].used)
            continue;
        if (parts.at[i].by_main && !guarded)
            text_line(t, "#ifndef %s_NO_MAIN\n", macro);
        else if (!parts.at[i].by_main && guarded)
            text_line(t, "#endif\n");
        guarded = parts.at[i].by_main;
        text_add(t, "%s\n", parts.at[i].text);
    }
    if (guarded)
        text_line(t, "#endif\n");
}

/* ---- whole files ---- */

typedef struct Included {
    bool done[FILES];
} Included;

/* A file's text with the runtime files that it includes in their place, once. */
static void include_file(Text *t, Included *in, const char *name)
{
    for (size_t i = 0; i < sizeof inline_files / sizeof *inline_files; i++)
        if (strcmp(name, inline_files[i]) == 0)
            return;
    int at = 0;
    while (at < FILES && strcmp(runtime_files[at].name, name) != 0)
        at++;
    if (at == FILES)
        bug("the runtime has no %s", name);
    if (in->done[at])
        return;
    in->done[at] = true;
    for (const char *line = runtime_files[at].text; *line;) {
        size_t n = strcspn(line, "\n");
        if (strncmp(line, "#include \"", 10) == 0) {
            size_t w = strcspn(line + 10, "\"");
            include_file(t, in, intern_n(t->arena, line + 10, w));
        } else {
            text_add(t, "%.*s\n", (int)n, line);
        }
        line += n + (line[n] == '\n');
    }
}

/* All files of the trainer in one text, to know what they mention. */
static const char *trainer_text(Arena *arena)
{
    Text t = text_new(arena);
    Included in = {{false}};
    for (int i = 0; i < FILES; i++) {
        size_t n = strlen(runtime_files[i].name);
        if (strcmp(runtime_files[i].name + n - 2, ".c") == 0)
            include_file(&t, &in, runtime_files[i].name);
    }
    return t.at;
}

void c_runtime_types(Text *t)
{
    Included in = {{false}};
    include_file(t, &in, "mfrt.h");
}

void c_runtime(Text *t, const char *user, const char *macro)
{
    runtime_parts(t, user, macro ? trainer_text(t->arena) : NULL, macro);
    c_runtime_types(t);
}

void c_runtime_trainer(Text *t)
{
    Included in = {{false}};
    for (int i = 0; i < FILES; i++)
        in.done[i] = strcmp(runtime_files[i].name, "mfrt.h") == 0;
    for (int i = 0; i < FILES; i++) {
        size_t n = strlen(runtime_files[i].name);
        if (strcmp(runtime_files[i].name + n - 2, ".c") == 0)
            include_file(t, &in, runtime_files[i].name);
    }
}

/*
 * cmd_check.c - mfc check: runs the script, all passes with their checkers and the
 * back end, writes nothing; and a lint for what Lua cannot tell the compiler:
 * a tensor used as a truth value, or compared with ==, is always a silent mistake.
 *
 *     if mask then ...        always taken
 *     not mask                always false
 *     label == 3              always false, and so is B == 3 of a dim
 *
 * Whether x.shape[1] is a dim or a number, and whether a layer gave a local a tensor,
 * is what the run of the script has noted.
 */
#include "cmd.h"
#include "emit.h"
#include "lua_token.h"

#include <stdlib.h>
#include <string.h>

/* ---- the lint ---- */

typedef struct Lint {
    Arena *arena;
    const char *file;
    Tokens tokens;
    Names tensors; /* locals that surely hold a tensor */
    Names dims;    /* those that hold a dim */
    Names numbers; /* and those that hold a number */
    const Program *program;
} Lint;

static bool is_among(const Names *names, const Token *t)
{
    for (int i = 0; t->kind == T_NAME && i < names->n; i++)
        if (strcmp(names->at[i], t->text) == 0)
            return true;
    return false;
}

/* The token after a call's arguments, which begin at token i; -1: no call. */
static int after_call(const Lint *lint, int i)
{
    const Token *t = lint->tokens.at;
    if (t[i].kind == T_TEXT)
        return i + 1;
    if (!token_is(&t[i], "(") && !token_is(&t[i], "{"))
        return -1;
    for (int depth = 0; t[i].kind != T_END; i++) {
        depth += token_is(&t[i], "(") || token_is(&t[i], "{");
        depth -= token_is(&t[i], ")") || token_is(&t[i], "}");
        if (depth == 0)
            return i + 1;
    }
    return -1;
}

/* The token after an operand that begins at token i and surely is a tensor: a name,
 * or `mf.FUNCTION(...)`, and methods of it, which give tensors too; else -1. */
static int tensor_end(const Lint *lint, int i)
{
    static const char *const others[] = {"dim",  "dtype", "scope", "program",   "train",
                                         "func", "grad",  "jvp",   "hvp",       "scan",
                                         "nn",   "init",  "optim", "numpy_rng", "data"};
    const Token *t = lint->tokens.at;
    int end = -1;
    if (is_among(&lint->tensors, &t[i])) {
        end = i + 1;
    } else if (token_is(&t[i], "mf") && token_is(&t[i + 1], ".") &&
               t[i + 2].kind == T_NAME) {
        bool group = token_is(&t[i + 2], "loss") || token_is(&t[i + 2], "metric");
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            if (token_is(&t[i + 2], others[k]))
                return -1;
        if (!group || (token_is(&t[i + 3], ".") && t[i + 4].kind == T_NAME))
            end = after_call(lint, group ? i + 5 : i + 3);
    }
    while (end >= 0 && token_is(&t[end], ":") && t[end + 1].kind == T_NAME)
        end = after_call(lint, end + 2);
    bool more = end >= 0 && (token_is(&t[end], ".") || token_is(&t[end], "[") ||
                             token_is(&t[end], "("));
    return more ? -1 : end;
}

/* What is assigned begins with an operand that is a tensor and is no condition. */
static bool makes_tensor(const Lint *lint, int i)
{
    static const char *const conditions[] = {"==", "~=", "<", ">", "and", "or"};
    int end = tensor_end(lint, token_is(&lint->tokens.at[i], "-") ? i + 1 : i);
    for (size_t k = 0; end >= 0 && k < sizeof conditions / sizeof *conditions; k++)
        if (token_is(&lint->tokens.at[end], conditions[k]))
            return false;
    return end >= 0;
}

/* The axes of which x.shape, at this token, gave a dim in this run. */
static unsigned named_axes(const Lint *lint, const Token *shape)
{
    unsigned named = 0;
    for (int k = 0; k < lint->program->shapes.n; k++) {
        const ShapeRead *read = &lint->program->shapes.at[k];
        if (read->where.line == shape->line &&
            strcmp(read->where.file, lint->file) == 0)
            named |= read->named;
    }
    return named;
}

/* The token after x.shape[1], which begins at token i and was a dim in this run; else
 * -1. With an index that is no number, any axis may be meant. */
static int shape_end(const Lint *lint, int i)
{
    const Token *t = &lint->tokens.at[i];
    if (t->kind != T_NAME || !token_is(&t[1], ".") || !token_is(&t[2], "shape") ||
        !token_is(&t[3], "[") || !token_is(&t[5], "]"))
        return -1;
    unsigned axis = t[4].kind == T_NUMBER ? 1u << (atoi(t[4].text) - 1) % 32 : ~0u;
    return (named_axes(lint, &t[2]) & axis) != 0 ? i + 6 : -1;
}

/* Is the token one before which an expression has ended? */
static bool ends_value(const Token *t)
{
    return t->kind == T_END || t->kind == T_NAME || token_is(t, ";") ||
           token_is(t, ",");
}

/* The token after an operand that is mf.dim(...), x.shape[i] or a local that holds a
 * dim, and is all of a value; else -1. */
static int dim_end(const Lint *lint, int i)
{
    const Token *t = &lint->tokens.at[i];
    int end = is_among(&lint->dims, t) ? i + 1 : shape_end(lint, i);
    if (token_is(t, "mf") && token_is(&t[1], ".") && token_is(&t[2], "dim") &&
        token_is(&t[3], "("))
        end = after_call(lint, i + 3);
    return end >= 0 && ends_value(&lint->tokens.at[end]) ? end : -1;
}

static int number_end(const Lint *lint, int i)
{
    const Token *t = &lint->tokens.at[i];
    bool number = t->kind == T_NUMBER || is_among(&lint->numbers, t);
    return number && ends_value(&t[1]) ? i + 1 : -1;
}

static Names without(Arena *arena, const Names *names, const char *name)
{
    Names kept = {0};
    for (int i = 0; i < names->n; i++)
        if (strcmp(names->at[i], name) != 0)
            PUSH(arena, kept, names->at[i]);
    return kept;
}

static void forget(Lint *lint, const char *name)
{
    lint->tensors = without(lint->arena, &lint->tensors, name);
    lint->dims = without(lint->arena, &lint->dims, name);
    lint->numbers = without(lint->arena, &lint->numbers, name);
}

/* Of the operand from token i to before `end`. */
static void remark(Lint *lint, int i, int end, const char *what, const char *instead)
{
    const Token *t = &lint->tokens.at[i];
    Where where = {lint->file, t->line};
    const char *name = t->text;
    for (int k = 1; end > i + 1 && k < 3; k++)
        name = arena_format(lint->arena, "%s%s", name, t[k].text);
    warn_at(where, "%s%s is a tensor: %s", name, end > i + 1 ? "(...)" : "",
            arena_format(lint->arena, "%s: %s", what, instead));
}

/* Is the token the end of a condition or of an operand, so that the name before it
 * stands alone? */
static bool ends_operand(const Token *t)
{
    static const char *const ends[] = {")", "}", ",", ";", "==", "~="};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (token_is(t, ends[i]))
            return true;
    return t->kind == T_END || t->kind == T_NAME; /* then, and, the next statement */
}

/* Is the token before an operand one after which an expression begins? */
static bool begins_expression(const Token *t)
{
    static const char *const starts[] = {"=", "(", "{", ",", "return"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (token_is(t, starts[i]))
            return true;
    return false;
}

static bool begins_condition(const Token *t)
{
    return token_is(t, "if") || token_is(t, "elseif") || token_is(t, "while");
}

static bool is_equality(const Token *t)
{
    return token_is(t, "==") || token_is(t, "~=");
}

static bool is_number(const Lint *lint, const Token *t)
{
    return t->kind == T_NUMBER || is_among(&lint->numbers, t);
}

/* A dim beside a number: Lua does not ask the dim, for they are of two types. */
static void look_at_dim(Lint *lint, int i)
{
    const Token *t = &lint->tokens.at[i];
    int end = is_among(&lint->dims, t) ? i + 1 : shape_end(lint, i);
    if (end < 0 || (i > 0 && (token_is(&t[-1], ".") || token_is(&t[-1], ":"))))
        return;
    const Token *after = &lint->tokens.at[end];
    bool left = is_equality(after) && is_number(lint, &after[1]);
    bool right = i > 1 && is_equality(&t[-1]) && is_number(lint, &t[-2]);
    if (!(left && ends_operand(&after[2])) && !(right && ends_operand(after)))
        return;
    const char *name = t->text;
    for (int k = i + 1; k < end; k++)
        name = arena_format(lint->arena, "%s%s", name, lint->tokens.at[k].text);
    Where where = {lint->file, t->line};
    bool perhaps = end > i + 1 && t[4].kind != T_NUMBER; /* or a plain number */
    warn_at(where, "%s is a dim, which for Lua's == equals no number: use %s%s", name,
            name, perhaps ? " + 0" : ".value");
}

static void look_at(Lint *lint, int i)
{
    const Token *t = &lint->tokens.at[i];
    const Token *before = i > 0 ? t - 1 : t;
    if (token_is(before, ".") || token_is(before, ":"))
        return;
    int end = tensor_end(lint, i);
    if (end < 0)
        return;
    const Token *after = &lint->tokens.at[end];
    if (token_is(before, "(") && token_is(after, ")") && i > 1 &&
        begins_condition(before - 1))
        before--, after++;
    bool condition = begins_condition(before);
    bool alone = ends_operand(after);
    if (is_equality(after) && token_is(after + 1, "nil"))
        return;
    if (is_equality(after))
        remark(lint, i, end, "Lua's == does not look at its elements",
               "use mf.eq or mf.ne");
    else if (is_equality(before) && alone)
        remark(lint, i, end, "Lua's == does not look at its elements",
               "use mf.eq or mf.ne");
    else if (alone && (condition || token_is(before, "until")))
        remark(lint, i, end, "as a condition it is always true",
               "mf.where(c, a, b) chooses element by element");
    else if (token_is(before, "not") && alone)
        remark(lint, i, end, "`not` of it is always false", "use mf.logical_not");
    else if (token_is(after, "and") && begins_expression(before))
        remark(lint, i, end, "`and` gives what follows, always", "use mf.logical_and");
    else if (token_is(after, "or") && begins_expression(before))
        remark(lint, i, end, "`or` gives the tensor, always", "use mf.logical_or");
}

static bool is_operator(const Token *t)
{
    return token_is(t, "and") || token_is(t, "or") || token_is(t, "not");
}

/* The token after a value that begins at token i and is no choice, comparison or
 * function: a comma, or what begins the next statement; else -1. */
static int value_end(const Lint *lint, int i)
{
    static const char *const others[] = {"and", "or", "not", "function", "==",
                                         "~=",  "<",  ">",   "="};
    const Token *t = lint->tokens.at;
    for (int first = i, depth = 0; t[i].kind != T_END; i++) {
        bool opens =
            token_is(&t[i], "(") || token_is(&t[i], "{") || token_is(&t[i], "[");
        bool closes =
            token_is(&t[i], ")") || token_is(&t[i], "}") || token_is(&t[i], "]");
        depth += opens - closes;
        if (depth > 0 || closes)
            continue;
        bool ended =
            i > first && (t[i - 1].kind != T_MARK || token_is(&t[i - 1], ")") ||
                          token_is(&t[i - 1], "}") || token_is(&t[i - 1], "]"));
        if (token_is(&t[i], ",") || token_is(&t[i], ";") ||
            (t[i].kind == T_NAME && ended && !is_operator(&t[i])))
            return i;
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            if (token_is(&t[i], others[k]))
                return -1;
    }
    return i;
}

/* Whether the run has seen a tensor in this local that was made in the lines of its
 * value, from token `first` to before `end`; -1: it has none that could be told. */
static bool held_tensor(const Lint *lint, const char *name, int first, int end)
{
    const Program *p = lint->program;
    const Token *t = lint->tokens.at;
    for (int i = 0; i < p->held.n && end >= 0; i++) {
        const Held *held = &p->held.at[i];
        if (strcmp(held->local, name) == 0 && held->where.line >= t[first].line &&
            held->where.line <= t[end - 1].line &&
            strcmp(held->where.file, lint->file) == 0)
            return true;
    }
    return false;
}

/* local n, c = table.unpack(x.shape), whose `table` is token i: dims and numbers. */
static void follow_unpack(Lint *lint, int i, const Names *names)
{
    static const char *const words[] = {"table", ".", "unpack", "(",
                                        "",      ".", "shape",  ")"};
    const Token *t = &lint->tokens.at[i];
    for (int k = 0; k < 8; k++)
        if (*words[k] != '\0' ? !token_is(&t[k], words[k]) : t[k].kind != T_NAME)
            return;
    unsigned named = named_axes(lint, &t[6]);
    for (int k = 0; k < names->n; k++)
        if (named >> k & 1)
            PUSH(lint->arena, lint->dims, names->at[k]);
        else
            PUSH(lint->arena, lint->numbers, names->at[k]);
}

/* local a, b = x:relu(), 4: names and values side by side, as far as the values end
 * where that can be told; what is left of the names is of the last one. A name is known
 * from here on only: a value may speak of an older one. */
static void follow_local(Lint *lint, int i)
{
    const Token *t = lint->tokens.at;
    Names names = {0}, tensors = {0}, dims = {0}, numbers = {0};
    for (i++; t[i].kind == T_NAME; i += token_is(&t[i + 1], ",") ? 2 : 1)
        PUSH(lint->arena, names, t[i].text);
    i = token_is(&t[i], "=") ? i + 1 : -1;
    int first = i;
    for (int k = 0; k < names.n && i >= 0; k++) {
        int end = value_end(lint, i);
        if (makes_tensor(lint, i) || held_tensor(lint, names.at[k], i, end))
            PUSH(lint->arena, tensors, names.at[k]);
        else if (dim_end(lint, i) >= 0)
            PUSH(lint->arena, dims, names.at[k]);
        else if (number_end(lint, i) >= 0)
            PUSH(lint->arena, numbers, names.at[k]);
        if (end < 0 || token_is(&t[end], ","))
            i = end >= 0 ? end + 1 : -1;
    }
    for (int k = 0; k < names.n; k++)
        forget(lint, names.at[k]);
    for (int k = 0; k < tensors.n; k++)
        PUSH(lint->arena, lint->tensors, tensors.at[k]);
    for (int k = 0; k < dims.n; k++)
        PUSH(lint->arena, lint->dims, dims.at[k]);
    for (int k = 0; k < numbers.n; k++)
        PUSH(lint->arena, lint->numbers, numbers.at[k]);
    if (first >= 0)
        follow_unpack(lint, first, &names);
}

/* A name that is a parameter of a function, a loop variable or assigned anew may
 * hold anything: it is forgotten, for good, where that happens. */
static void follow(Lint *lint, int i)
{
    const Token *t = &lint->tokens.at[i];
    if (token_is(t, "local") && !token_is(t + 1, "function")) {
        follow_local(lint, i);
    } else if (token_is(t, "for")) {
        for (const Token *name = t + 1;
             name->kind != T_END && !token_is(name, "in") && !token_is(name, "=");
             name++)
            if (name->kind == T_NAME)
                forget(lint, name->text);
    } else if (token_is(t, "function")) {
        const Token *name = t + 1;
        while (name->kind != T_END && !token_is(name, "("))
            name++;
        for (; name->kind != T_END && !token_is(name, ")"); name++)
            if (name->kind == T_NAME)
                forget(lint, name->text);
    } else if (t->kind == T_NAME && token_is(t + 1, "=") && i > 0 &&
               !token_is(t - 1, "local") && !token_is(t - 1, ".") &&
               !token_is(t - 1, "{") && !token_is(t - 1, ",")) {
        forget(lint, t->text);
    }
}

static void lint_script(Arena *arena, const char *file, const Program *program)
{
    size_t n;
    const char *text = file_read(arena, file, 1 << 26, &n);
    Lint lint = {.arena = arena, .file = file, .program = program};
    lint.tokens = lua_tokens(arena, text);
    for (int i = 0; i + 1 < lint.tokens.n; i++) {
        look_at(&lint, i);
        look_at_dim(&lint, i);
        follow(&lint, i);
    }
}

/* ---- the command ---- */

static int nodes_of(const Program *p)
{
    int n = 0;
    for (int i = 0; i < p->entries.n; i++)
        n += p->entries.at[i].graph->nodes.n;
    return n;
}

int cmd_check(Cmd *cmd)
{
    /* Everything that could fail later fails here, with the text thrown away. */
    Program *p = cmd_program(cmd);
    int nodes = nodes_of(p);
    pipeline_run(&cmd->pipeline, p);
    EmitOptions options = {.prefix = cmd->prefix, .pipeline = &cmd->pipeline};
    emit_program(p, &options);
    lint_script(cmd->arena, cmd->operand.at[0], p);
    int64_t elements = 0;
    int parameters = 0;
    for (int i = 0; i < p->params.n; i++)
        if (p->params.at[i].role == MF_PARAM) {
            elements = size_add(elements, shape_size(&p->params.at[i].shape));
            parameters++;
        }
    Arena *a = cmd->arena;
    printf("%s: ok: %s has %s (%s), %s, %s, %s\n", cmd->operand.at[0], p->name,
           count_text(a, parameters, "parameter tensor", "parameter tensors"),
           count_text(a, elements, "number", "numbers"),
           count_text(a, p->entries.n, "entry point", "entry points"),
           count_text(a, nodes, "node", "nodes"),
           count_text(a, diagnostics_warnings(), "warning", "warnings"));
    return 0;
}

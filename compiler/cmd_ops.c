/*
 * cmd_ops.c - mfc ops: the operators, from the rows of ops.def; the operations that
 * the prelude composes of them, from its text; and what else a script finds in mf,
 * from the table that it sees.
 */
#include "cmd.h"
#include "prelude.h"
#include "script.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The gradient column of the table, as it is written there. */
static const char *const gradients[OPS] = {
#define SCALAR(name, n, kind, prec, value, ...) [OP_##name] = #__VA_ARGS__,
#define TENSOR(name, ...)
#include "ops.def"
};

static const char *kind_name(OpKind kind)
{
    static const char *const names[] = {
        [K_NUMERIC] = "numeric", [K_FLOAT] = "float",   [K_COMPARE] = "comparison",
        [K_LOGIC] = "logic",     [K_SELECT] = "select", [K_TENSOR] = "tensor",
    };
    return names[kind];
}

/* "a, b" for an operator of two operands. */
static const char *operands(const OpInfo *info)
{
    static const char *const lists[] = {"", "a", "a, b", "a, b, c"};
    return info->arity < 0 ? "a, ..." : lists[info->arity];
}

/* ---- compositions: `public("name", ...` at the start of a line of the files that make
 * operations ---- */

static const char making[] = "mf._operation";

typedef struct Composed {
    const char *name, *file;
    const char *text; /* its definition, not terminated */
    size_t n;
    int line;
} Composed;
typedef ARRAY(Composed) ComposedList;

static const char *next_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end ? end + 1 : line + strlen(line);
}

/* The quoted name in `word("name", ...`, or NULL if the line is none of these. */
static const char *defined_name(Arena *arena, const char *line)
{
    const char *p = line;
    while (islower((unsigned char)*p) || *p == '_')
        p++;
    if (p == line || p[0] != '(' || p[1] != '"')
        return NULL;
    size_t n = strcspn(p + 2, "\"\n");
    return p[2 + n] == '"' ? intern_n(arena, p + 2, n) : NULL;
}

/* A definition ends with the first line that is not indented: the `end)` of a
 * function, or where it is a single line the one line itself. */
static size_t definition_length(const char *line)
{
    const char *end = next_line(line);
    if (*end != ' ' && *end != '\t')
        return (size_t)(end - line);
    while (*end == ' ' || *end == '\t' || *end == '\n')
        end = next_line(end);
    return (size_t)(next_line(end) - line);
}

static void add_compositions(Arena *arena, const char *file, const char *text,
                             ComposedList *list)
{
    int number = 1;
    for (const char *line = text; *line; line = next_line(line), number++) {
        const char *name = defined_name(arena, line);
        if (!name)
            continue;
        Composed c = {name, file, line, definition_length(line), number};
        PUSH(arena, *list, c);
    }
}

static ComposedList compositions(Arena *arena)
{
    ComposedList list = {0};
    for (size_t i = 0; i < sizeof prelude_files / sizeof *prelude_files; i++)
        if (strstr(prelude_files[i].text, making))
            add_compositions(arena, prelude_files[i].name, prelude_files[i].text,
                             &list);
    return list;
}

/* ---- what scripts see ---- */

static bool has_name(const Names *names, const char *name)
{
    for (int i = 0; i < names->n; i++)
        if (strcmp(names->at[i], name) == 0)
            return true;
    return false;
}

/* All operators and compositions. */
static Names known_names(Arena *arena, const ComposedList *list)
{
    Names names = {0};
    for (int i = 0; i < OPS; i++)
        PUSH(arena, names, op_info((Op)i)->name);
    for (int i = 0; i < list->n; i++)
        PUSH(arena, names, list->at[i].name);
    return names;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The functions of the table mf that are not among `known`: the other ways to
 * write movement, products and so on, by name. */
static Names other_functions(Cmd *cmd, const Names *known)
{
    Script *script = NEW(cmd->arena, Script);
    script->arena = cmd->arena;
    script->path = script->folder = script->text = "";
    script->options = &cmd->script;
    lua_State *L = run_new(script, 0, NULL)->L;
    Names names = {0};
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING || !lua_isfunction(L, -1))
            continue;
        const char *name = lua_tostring(L, -2);
        if (name[0] != '_' && !has_name(known, name))
            PUSH(cmd->arena, names, intern(cmd->arena, name));
    }
    lua_close(L);
    if (names.n)
        qsort(names.at, (size_t)names.n, sizeof *names.at, compare_names);
    return names;
}

/* ---- output ---- */

static void json_op(Op op)
{
    const OpInfo *info = op_info(op);
    printf("{\"name\": \"%s\", \"operands\": %d, \"kind\": \"%s\"", info->name,
           info->arity, kind_name(info->kind));
    if (info->text) {
        printf(", \"value\": ");
        json_text(info->text);
        printf(", \"gradients\": ");
        json_text(gradients[op]);
    } else {
        printf(", \"doc\": ");
        json_text(info->doc);
    }
    printf("}");
}

static void print_op(Op op)
{
    const OpInfo *info = op_info(op);
    printf("%s(%s): %s\n", info->name, operands(info), kind_name(info->kind));
    if (info->text)
        printf("  value      %s\n  gradients  %s\n", info->text, gradients[op]);
    else
        printf("  %s\n", info->doc);
}

static int print_one(Cmd *cmd, const char *name)
{
    Op op = op_find(name);
    ComposedList list = compositions(cmd->arena);
    for (int i = 0; i < list.n; i++) {
        const Composed *c = &list.at[i];
        if (strcmp(c->name, name) != 0)
            continue;
        if (cmd->json)
            printf("{\"name\": \"%s\", \"kind\": \"composed\", \"line\": %d}\n", name,
                   c->line);
        else
            printf("%s: composed of the primitive operators, prelude/%s:%d\n\n%.*s",
                   name, c->file, c->line, (int)c->n, c->text);
        return 0;
    }
    if (op != OPS) {
        if (cmd->json) {
            json_op(op);
            printf("\n");
        } else {
            print_op(op);
        }
        return 0;
    }
    Names known = known_names(cmd->arena, &list);
    Names others = other_functions(cmd, &known);
    if (has_name(&others, name)) {
        if (cmd->json)
            printf("{\"name\": \"%s\", \"kind\": \"function\"}\n", name);
        else
            printf("mf.%s: a function of the language that makes primitive operators; "
                   "mfc compile -d graph shows which\n",
                   name);
        return 0;
    }
    for (int i = 0; i < others.n; i++)
        PUSH(cmd->arena, known, others.at[i]);
    const char *near = nearest_name(name, known.n, known.at);
    if (near)
        fail(EXIT_USAGE, "no operation %s: did you mean %s?", name, near);
    fail(EXIT_USAGE, "no operation %s: mfc ops lists them", name);
}

static void print_json(const ComposedList *list, const Names *others)
{
    printf("{\"operators\": [");
    for (int i = 0; i < OPS; i++) {
        printf("%s\n  ", i ? "," : "");
        json_op((Op)i);
    }
    printf("\n], \"composed\": [");
    for (int i = 0; i < list->n; i++)
        printf("%s\n  {\"name\": \"%s\", \"line\": %d}", i ? "," : "", list->at[i].name,
               list->at[i].line);
    printf("\n], \"functions\": [");
    for (int i = 0; i < others->n; i++)
        printf("%s\"%s\"", i ? ", " : "", others->at[i]);
    printf("]}\n");
}

static void print_names(const Names *names)
{
    printf("\n ");
    int column = 2;
    for (int i = 0; i < names->n; i++) {
        int n = (int)strlen(names->at[i]) + 1;
        if (column + n > 80) {
            printf("\n ");
            column = 2;
        }
        printf(" %s", names->at[i]);
        column += n;
    }
    printf("\n");
}

static void print_table(Arena *arena, const ComposedList *list, const Names *others)
{
    printf("Scalar operators, element by element:\n\n");
    printf("  %-12s %-10s %-18s %s\n", "name", "kind", "value", "gradients");
    for (int i = 0; i < OPS; i++) {
        const OpInfo *info = op_info((Op)i);
        if (info->text)
            printf("  %-12s %-10s %-18s %s\n", info->name, kind_name(info->kind),
                   info->text, gradients[i]);
    }
    printf("\nTensor operators:\n\n");
    for (int i = 0; i < OPS; i++) {
        const OpInfo *info = op_info((Op)i);
        if (!info->text)
            printf("  %-12s %s\n", info->name, info->doc);
    }
    Names composed = {0};
    for (int i = 0; i < list->n; i++)
        PUSH(arena, composed, list->at[i].name);
    printf("\nComposed of these (mfc ops NAME shows how):\n");
    print_names(&composed);
    printf("\nOther functions of mf:\n");
    print_names(others);
}

int cmd_ops(Cmd *cmd)
{
    if (cmd->operand.n)
        return print_one(cmd, cmd->operand.at[0]);
    ComposedList list = compositions(cmd->arena);
    Names known = known_names(cmd->arena, &list);
    Names others = other_functions(cmd, &known);
    if (cmd->json)
        print_json(&list, &others);
    else
        print_table(cmd->arena, &list, &others);
    return 0;
}

/*
 * cmd_ops.c - mfc ops: the operators, from the rows of ops.def, and the operations
 * that the prelude composes of them, from its text.
 */
#include "cmd.h"
#include "prelude.h"

#include <ctype.h>
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

/* ---- compositions: `public("name", ...` at the start of a line of ops.lua ---- */

typedef struct Composed {
    const char *name;
    const char *text; /* its definition, not terminated */
    size_t n;
    int line;
} Composed;
typedef ARRAY(Composed) ComposedList;

static const char *prelude_text(const char *name)
{
    for (size_t i = 0; i < sizeof prelude_files / sizeof *prelude_files; i++)
        if (strcmp(prelude_files[i].name, name) == 0)
            return prelude_files[i].text;
    bug("ops: the prelude has no %s", name);
}

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

static ComposedList compositions(Arena *arena)
{
    ComposedList list = {0};
    int number = 1;
    for (const char *line = prelude_text("ops.lua"); *line;
         line = next_line(line), number++) {
        const char *name = defined_name(arena, line);
        if (!name)
            continue;
        Composed c = {name, line, definition_length(line), number};
        PUSH(arena, list, c);
    }
    return list;
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
            printf(
                "%s: composed of the primitive operators, prelude/ops.lua:%d\n\n%.*s",
                name, c->line, (int)c->n, c->text);
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
    Names known = {0};
    for (int i = 0; i < OPS; i++)
        PUSH(cmd->arena, known, op_info((Op)i)->name);
    for (int i = 0; i < list.n; i++)
        PUSH(cmd->arena, known, list.at[i].name);
    const char *near = nearest(name, known.n, known.at);
    fail(EXIT_USAGE, "no operation %s%s%s: mfc ops lists them", name,
         near ? ": did you mean " : "", near ? near : "");
}

static void print_json(const ComposedList *list)
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
    printf("\n]}\n");
}

static void print_table(const ComposedList *list)
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
    printf("\nComposed of these (mfc ops NAME shows how):\n\n ");
    int column = 2;
    for (int i = 0; i < list->n; i++) {
        int n = (int)strlen(list->at[i].name) + 1;
        if (column + n > 80) {
            printf("\n ");
            column = 2;
        }
        printf(" %s", list->at[i].name);
        column += n;
    }
    printf("\n");
}

int cmd_ops(Cmd *cmd)
{
    if (cmd->operand.n)
        return print_one(cmd, cmd->operand.at[0]);
    ComposedList list = compositions(cmd->arena);
    if (cmd->json)
        print_json(&list);
    else
        print_table(&list);
    return 0;
}

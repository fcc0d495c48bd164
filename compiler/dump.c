/*
 * dump.c - a graph as text, one node a line (parse.c reads it back):
 *
 *     graph "step"
 *     %0 = input f32[B:11,13] text="x" "x" @boston.lua:6
 *     %1 = param f32[13,10] text="W1" "W1" @boston.lua:8
 *     %2 = contract f32[B:11,10] %0 %1 text="ik,kj->ij" @boston.lua:13
 *     out "h" %2
 *
 * After the type come operands, then fields: at= num= text= sym= data= grad=,
 * the name, the line; the body of a scan stands in braces below it.
 */
#include "graph.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

typedef struct Writer {
    Arena *arena;
    ARRAY(char) text;
} Writer;

static void put(Writer *w, const char *text)
{
    for (; *text != '\0'; text++)
        PUSH(w->arena, w->text, *text);
}

static void put_int(Writer *w, const char *before, long long v)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", v);
    put(w, before);
    put(w, text);
}

static void put_double(Writer *w, double v)
{
    char text[40];
    snprintf(text, sizeof text, "%.17g", v);
    put(w, isnan(v) ? "nan" : text);
}

static void put_quoted(Writer *w, const char *text)
{
    char code[8];
    put(w, "\"");
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            snprintf(code, sizeof code, "\\%c", c);
        else if (c < ' ' || c == 0x7f)
            snprintf(code, sizeof code, "\\x%02x", c);
        else
            snprintf(code, sizeof code, "%c", c);
        put(w, code);
    }
    put(w, "\"");
}

bool is_word_char(char c)
{
    return isalnum((unsigned char)c) || (c != '\0' && strchr("_./-", c) != NULL);
}

/* A word of letters, digits and _ . / - as it is, anything else in quotes. */
static void put_word(Writer *w, const char *text)
{
    bool plain = isalpha((unsigned char)*text) || *text == '/' || *text == '.';
    for (const char *p = text; *p != '\0'; p++)
        plain = plain && is_word_char(*p);
    if (plain)
        put(w, text);
    else
        put_quoted(w, text);
}

static void put_type(Writer *w, const Node *n)
{
    put(w, dtype_name(n->dtype));
    put(w, "[");
    for (int i = 0; i < n->shape.rank; i++) {
        put(w, i > 0 ? "," : "");
        if (n->shape.sym[i] != NULL) {
            put_word(w, n->shape.sym[i]);
            put(w, ":");
        }
        put_int(w, "", (long long)n->shape.dim[i]);
    }
    put(w, "]");
}

static void put_syms(Writer *w, const Attr *attr)
{
    int n = MAX_RANK;
    while (n > 0 && attr->sym[n - 1] == NULL)
        n--;
    for (int i = 0; i < n; i++) {
        put(w, i > 0 ? "," : " sym=");
        if (attr->sym[i] != NULL)
            put_word(w, attr->sym[i]);
    }
}

static void put_fields(Writer *w, const Node *n)
{
    const Attr *attr = &n->attr;
    for (int i = 0; i < attr->n; i++)
        put_int(w, i > 0 ? "," : " at=", (long long)attr->at[i]);
    if (attr->num != 0 || signbit(attr->num)) {
        put(w, " num=");
        put_double(w, attr->num);
    }
    if (attr->text != NULL) {
        put(w, " text=");
        put_quoted(w, attr->text);
    }
    put_syms(w, attr);
    for (int64_t i = 0; attr->data != NULL && i < shape_size(&n->shape); i++) {
        put(w, i > 0 ? "," : " data=");
        put_double(w, attr->data[i]);
    }
    if (n->grad_of != NULL)
        put_int(w, " grad=%", n->grad_of->id);
    if (n->name != NULL) {
        put(w, " ");
        put_quoted(w, n->name);
    }
    if (n->where.file != NULL) {
        put(w, " @");
        put_word(w, n->where.file);
        put_int(w, ":", n->where.line);
    }
}

static void put_indent(Writer *w, int depth)
{
    for (int i = 0; i < depth; i++)
        put(w, "    ");
}

static void put_graph(Writer *w, const Graph *g, int depth)
{
    put_indent(w, depth);
    put(w, "graph ");
    put_quoted(w, g->name != NULL ? g->name : "");
    put(w, "\n");
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        put_indent(w, depth);
        put_int(w, "%", n->id);
        put(w, " = ");
        put(w, op_info(n->op)->name);
        put(w, " ");
        put_type(w, n);
        for (int k = 0; k < n->n; k++)
            put_int(w, " %", n->arg[k]->id);
        put_fields(w, n);
        if (n->attr.body != NULL) {
            put(w, " {\n");
            put_graph(w, n->attr.body, depth + 1);
            put_indent(w, depth);
            put(w, "}");
        }
        put(w, "\n");
    }
    for (int i = 0; i < g->outs.n; i++) {
        put_indent(w, depth);
        put(w, g->outs.at[i].store ? "store " : "out ");
        put_quoted(w, g->outs.at[i].name != NULL ? g->outs.at[i].name : "");
        put_int(w, " %", g->outs.at[i].node->id);
        put(w, "\n");
    }
}

char *graph_dump(const Graph *g)
{
    Writer w = {.arena = g->arena};
    put_graph(&w, g, 0);
    PUSH(w.arena, w.text, '\0');
    return w.text.at;
}

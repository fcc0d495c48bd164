/*
 * dump.c - a graph as text, one node a line, and back:
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
#include <stdlib.h>
#include <string.h>

/* ---- writing ---- */

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

static bool is_plain(char c)
{
    return isalnum((unsigned char)c) || (c != '\0' && strchr("_./-", c) != NULL);
}

/* A word of letters, digits and _ . / - as it is, anything else in quotes. */
static void put_word(Writer *w, const char *text)
{
    bool plain = isalpha((unsigned char)*text) || *text == '/' || *text == '.';
    for (const char *p = text; *p != '\0'; p++)
        plain = plain && is_plain(*p);
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

/* ---- reading ---- */

typedef struct Reader {
    Arena *arena;
    const char *at;
    Where where;
} Reader;

static void skip_blanks(Reader *r)
{
    while (*r->at == ' ' || *r->at == '\t')
        r->at++;
}

static bool take(Reader *r, const char *text)
{
    skip_blanks(r);
    size_t n = strlen(text);
    if (strncmp(r->at, text, n) != 0)
        return false;
    r->at += n;
    return true;
}

static void want(Reader *r, const char *text)
{
    if (!take(r, text))
        fail_at(r->where, "graph: expected %s before \"%.20s\"",
                strcmp(text, "\n") == 0 ? "the end of the line" : text, r->at);
    r->where.line += *text == '\n';
}

static long long read_int(Reader *r)
{
    char *end;
    long long v = strtoll(r->at, &end, 10);
    if (end == r->at)
        fail_at(r->where, "graph: expected a whole number before \"%.20s\"", r->at);
    r->at = end;
    return v;
}

static double read_double(Reader *r)
{
    char *end;
    double v = strtod(r->at, &end);
    if (end == r->at)
        fail_at(r->where, "graph: expected a number before \"%.20s\"", r->at);
    r->at = end;
    return v;
}

static char read_escape(Reader *r)
{
    char c = *r->at++;
    if (c != 'x')
        return c;
    char hex[3] = {0};
    for (int i = 0; i < 2 && isxdigit((unsigned char)*r->at); i++)
        hex[i] = *r->at++;
    return (char)strtol(hex, NULL, 16);
}

static const char *read_quoted(Reader *r)
{
    want(r, "\"");
    ARRAY(char) text = {0};
    while (*r->at != '"') {
        if (*r->at == '\0' || *r->at == '\n')
            fail_at(r->where, "graph: a text has no end");
        char c = *r->at++;
        if (c == '\\' && *r->at != '\0')
            c = read_escape(r);
        PUSH(r->arena, text, c);
    }
    r->at++;
    return intern_n(r->arena, text.n > 0 ? text.at : "", (size_t)text.n);
}

static const char *read_word(Reader *r)
{
    if (*r->at == '"')
        return read_quoted(r);
    const char *start = r->at;
    while (is_plain(*r->at))
        r->at++;
    if (r->at == start)
        fail_at(r->where, "graph: expected a word before \"%.20s\"", r->at);
    return intern_n(r->arena, start, (size_t)(r->at - start));
}

static Dtype read_dtype(Reader *r)
{
    skip_blanks(r);
    const char *name = read_word(r);
    for (int d = 0; d < DTYPES; d++)
        if (strcmp(name, dtype_name((Dtype)d)) == 0)
            return (Dtype)d;
    fail_at(r->where, "graph: %s is not a dtype", name);
}

static Shape read_shape(Reader *r)
{
    Shape s = {0};
    want(r, "[");
    while (!take(r, "]")) {
        if (s.rank == MAX_RANK)
            fail_at(r->where, "graph: a rank above %d", MAX_RANK);
        if (s.rank > 0)
            want(r, ",");
        if (!isdigit((unsigned char)*r->at)) {
            s.sym[s.rank] = read_word(r);
            want(r, ":");
        }
        s.dim[s.rank++] = read_int(r);
    }
    return s;
}

/* What is known of a node before it can be made. */
typedef struct Line {
    Op op;
    Dtype dtype;
    Shape shape;
    Attr attr;
    ARRAY(Node *) arg;
    const char *name;
    Where where;
    long long subject; /* -1: none */
} Line;

static Node *read_ref(Reader *r, Graph *g)
{
    long long id = read_int(r);
    if (id < 0 || id >= g->nodes.n)
        fail_at(r->where, "graph: %%%lld is not before its use", id);
    return g->nodes.at[id];
}

static Graph *read_graph(Reader *r);

static void read_ints(Reader *r, Attr *attr)
{
    do {
        if (attr->n == MAX_INTS)
            fail_at(r->where, "graph: more than %d integers", MAX_INTS);
        long long v = read_int(r);
        if (v < -INT32_MAX || v > INT32_MAX)
            fail_at(r->where, "graph: %lld is more than an axis can have", v);
        attr->at[attr->n++] = v;
    } while (take(r, ","));
}

static void read_syms(Reader *r, Attr *attr)
{
    int i = 0;
    do {
        if (i == MAX_RANK)
            fail_at(r->where, "graph: more than %d names of dims", MAX_RANK);
        bool named = is_plain(*r->at) || *r->at == '"';
        attr->sym[i++] = named ? read_word(r) : NULL;
    } while (take(r, ","));
}

static void read_data(Reader *r, Line *l)
{
    ARRAY(double) data = {0};
    do
        PUSH(r->arena, data, read_double(r));
    while (take(r, ","));
    if (data.n != shape_size(&l->shape))
        fail_at(r->where, "graph: %d elements for %lld", data.n,
                (long long)shape_size(&l->shape));
    l->attr.data = data.at;
}

/* One field, if there is another. */
static bool read_field(Reader *r, Graph *g, Line *l)
{
    if (take(r, "%"))
        PUSH(r->arena, l->arg, read_ref(r, g));
    else if (take(r, "at="))
        read_ints(r, &l->attr);
    else if (take(r, "num="))
        l->attr.num = read_double(r);
    else if (take(r, "text="))
        l->attr.text = read_quoted(r);
    else if (take(r, "sym="))
        read_syms(r, &l->attr);
    else if (take(r, "data="))
        read_data(r, l);
    else if (take(r, "grad=%"))
        l->subject = read_int(r);
    else if (*r->at == '"')
        l->name = read_quoted(r);
    else if (take(r, "@")) {
        l->where.file = read_word(r);
        want(r, ":");
        l->where.line = (int)read_int(r);
    } else if (take(r, "{")) {
        want(r, "\n");
        l->attr.body = read_graph(r);
        want(r, "}");
    } else {
        return false;
    }
    return true;
}

static void check_arity(const Reader *r, const Line *l)
{
    int arity = op_info(l->op)->arity;
    if (arity >= 0 && arity != l->arg.n)
        fail_at(r->where, "graph: %s wants %d operands and has %d",
                op_info(l->op)->name, arity, l->arg.n);
}

/* What a node is the gradient of, and the line that says so. */
typedef struct Subject {
    long long id; /* -1: of nothing */
    Where where;
} Subject;

/* "op type operands fields" after "%7 =". */
static Subject read_node(Reader *r, Graph *g)
{
    Line l = {.subject = -1};
    Where where = r->where;
    skip_blanks(r);
    const char *op = read_word(r);
    l.op = op_find(op);
    if (l.op == OPS)
        fail_at(r->where, "graph: %s is not an operator", op);
    l.dtype = read_dtype(r);
    l.shape = read_shape(r);
    while (read_field(r, g, &l))
        ;
    check_arity(r, &l);
    if ((l.op == OP_const) != (l.attr.data != NULL))
        fail_at(r->where, "graph: %s %s data", op,
                l.op == OP_const ? "wants" : "takes no");
    if (l.op != OP_scan && l.attr.body != NULL)
        fail_at(r->where, "graph: %s takes no body", op);
    g->where = r->where;
    diagnostics_blame(r->where);
    Node *n = op_info(l.op)->arity == 0 ? node_typed(g, l.op, l.dtype, l.shape, &l.attr)
                                        : node_new(g, l.op, l.arg.n, l.arg.at, &l.attr);
    diagnostics_blame((Where){0});
    if (n->dtype != l.dtype || !same_shape(&n->shape, &l.shape))
        fail_at(r->where, "graph: %s is %s", op, type_text(n));
    n->name = l.name;
    n->where = l.where;
    return (Subject){l.subject, where};
}

static void read_out(Reader *r, Graph *g, bool store)
{
    skip_blanks(r);
    const char *name = read_quoted(r);
    want(r, "%");
    Node *n = read_ref(r, g);
    if (store)
        graph_store(g, name, n);
    else
        graph_out(g, name, n);
}

static void set_subject(Graph *g, Node *n, Subject subject)
{
    if (subject.id < 0 || subject.id >= g->nodes.n)
        fail_at(subject.where, "graph: there is no node %%%lld", subject.id);
    Node *of = g->nodes.at[subject.id];
    if (of->dtype != n->dtype || !same_shape(&of->shape, &n->shape))
        fail_at(subject.where, "graph: %%%d is %s and cannot be the gradient of %s",
                n->id, type_text(n), type_text(of));
    n->grad_of = of;
}

static Graph *read_graph(Reader *r)
{
    want(r, "graph");
    skip_blanks(r);
    Graph *g = graph_new(r->arena, read_quoted(r));
    want(r, "\n");
    ARRAY(Subject) subject = {0};
    for (;;) {
        if (take(r, "%")) {
            if (read_int(r) != g->nodes.n)
                fail_at(r->where, "graph: nodes are numbered 0, 1, 2 ...");
            want(r, "=");
            Subject of = read_node(r, g);
            PUSH(r->arena, subject, of);
        } else if (take(r, "out")) {
            read_out(r, g, false);
        } else if (take(r, "store")) {
            read_out(r, g, true);
        } else {
            break;
        }
        want(r, "\n");
    }
    for (int i = 0; i < subject.n; i++)
        if (subject.at[i].id != -1)
            set_subject(g, g->nodes.at[i], subject.at[i]);
    g->where = (Where){0};
    return g;
}

Graph *graph_parse(Arena *arena, const char *text, const char *file)
{
    Reader r = {arena, text, {file, 1}};
    Graph *g = read_graph(&r);
    if (*r.at != '\0')
        fail_at(r.where, "graph: expected a node or an out before \"%.20s\"", r.at);
    return g;
}

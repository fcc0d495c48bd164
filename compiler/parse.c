/*
 * parse.c - the text of a graph, as dump.c writes it, read back: for tests, and for
 * whoever writes graphs by hand. A mistake in it is an error with its line.
 */
#include "graph.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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
    while (is_word_char(*r->at))
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
        bool named = is_word_char(*r->at) || *r->at == '"';
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

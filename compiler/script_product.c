/*
 * script_product.c - products: matmul by NumPy's rules, einsum, outer, dot. Every
 * one is a contraction of labelled axes:
 *
 *     x [B,T,13] mm W [13,10]     ->  "abk,kn->abn"
 */
#include "script.h"

#include <ctype.h>
#include <string.h>

enum { LETTERS = 52 };

static void check_same_float(Run *r, const Node *a, const Node *b)
{
    if (a->dtype != b->dtype)
        run_fail(r, "%s: the dtypes differ: %s and %s: cast one", r->op,
                 describe_node(a), describe_node(b));
    if (a->dtype == BOOL)
        run_fail(r, "%s: wants numbers, not %s: cast it: x:cast \"f32\"", r->op,
                 describe_node(a));
}

static Node *contract(Run *r, Node *a, const char *la, Node *b, const char *lb,
                      const char *out)
{
    return n_contract(a, b, arena_format(r->arena, "%s,%s->%s", la, lb, out));
}

/* ---- matmul ---- */

/* Axis ka of a should be like axis kb of b: tells it, and gives what goes on in the
 * place of a. */
static Node *heal_inner(Run *r, const Node *a, int ka, const Node *b, int kb)
{
    note_made(a);
    if (b != a)
        note_made(b);
    const char *text =
        arena_format(r->arena, "%s: inner dimensions differ: %s is %s but %s is %s%s",
                     r->op, label_operand(a, "left"), type_text(a),
                     label_operand(b, "right"), type_text(b),
                     dim_hint(r, &a->shape, ka, &b->shape, kb));
    if (!run_heal(r, "%s", text))
        run_fail(r, "%s", text);
    Shape shape = a->shape;
    shape.dim[ka] = b->shape.dim[kb];
    shape.sym[ka] = b->shape.sym[kb];
    return n_full(r->graph, a->dtype, shape, 0);
}

/* Drops batch axis i of a, a plain 1 that meets another extent. */
static Node *without_axis(Node *a, int i)
{
    return n_reshape(a, shape_drop(a->shape, i));
}

static bool plain_one(const Shape *s, int i)
{
    return s->dim[i] == 1 && s->sym[i] == NULL;
}

/* Batch axes, aligned at their last: letters from 'a'. Axes of 1 that are copied
 * are dropped from their operand. */
static void batch_letters(Run *r, Node **a, Node **b, char *la, char *lb, char *out)
{
    Node *x = *a, *y = *b;
    int na = x->shape.rank - 2, nb = y->shape.rank - 2;
    int n = na > nb ? na : nb;
    int drop_a = 0, drop_b = 0;
    for (int k = 0; k < n; k++) {
        int ia = k - (n - na), ib = k - (n - nb);
        char letter = (char)('a' + k);
        bool in_a = ia >= 0, in_b = ib >= 0;
        if (in_a && in_b && !same_dim(&x->shape, ia, &y->shape, ib)) {
            if (!plain_one(&x->shape, ia) && !plain_one(&y->shape, ib))
                run_fail(r,
                         "%s: the batch axes do not broadcast: %s is %s but %s is %s",
                         r->op, label_operand(x, "left"), type_text(x),
                         label_operand(y, "right"), type_text(y));
            in_a = !plain_one(&x->shape, ia);
            in_b = !in_a;
        }
        if (in_a)
            *la++ = letter;
        else if (ia >= 0)
            *a = without_axis(*a, ia - drop_a++);
        if (in_b)
            *lb++ = letter;
        else if (ib >= 0)
            *b = without_axis(*b, ib - drop_b++);
        *out++ = letter;
    }
    *la = *lb = *out = '\0';
}

static int product_matmul(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_node_arg(L, 1, "the left operand");
    Node *b = check_node_arg(L, 2, "the right operand");
    char la[2 * MAX_RANK] = "", lb[2 * MAX_RANK] = "", out[2 * MAX_RANK] = "";
    if (a->shape.rank == 0 || b->shape.rank == 0)
        run_fail(r, "%s: a scalar is multiplied with *: %s is %s, %s is %s", r->op,
                 label_operand(a, "left"), type_text(a), label_operand(b, "right"),
                 type_text(b));
    check_same_float(r, a, b);
    int ka = a->shape.rank - 1, kb = b->shape.rank > 1 ? b->shape.rank - 2 : 0;
    if (!same_dim(&a->shape, ka, &b->shape, kb))
        a = heal_inner(r, a, ka, b, kb);
    bool row = a->shape.rank == 1, column = b->shape.rank == 1;
    if (!row && !column)
        batch_letters(r, &a, &b, la, lb, out);
    for (int i = 0; column && i < a->shape.rank - 2; i++) {
        la[i] = out[i] = (char)('a' + i);
    }
    for (int i = 0; row && i < b->shape.rank - 2; i++) {
        lb[i] = out[i] = (char)('a' + i);
    }
    strcat(la, row ? "k" : "mk");
    strcat(lb, column ? "k" : "kn");
    strcat(out, row ? "" : "m");
    strcat(out, column ? "" : "n");
    push_node(L, contract(r, a, la, b, lb, out));
    return 1;
}

/* ---- einsum ---- */

typedef struct Term {
    Node *node;
    char letters[LETTERS + 1];
} Term;

static bool has(const char *letters, char c)
{
    return c != '\0' && strchr(letters, c) != NULL;
}

/* The letters of an operand or the result, up to a comma or the arrow. `twice`: what is
 * said of one that comes again. */
static const char *read_letters(Run *r, const char *p, char *letters, const char *twice)
{
    int n = 0;
    for (; isalpha((unsigned char)*p) || *p == ' '; p++) {
        if (*p == ' ')
            continue;
        if (has(letters, *p))
            run_fail(r, "einsum: the letter %c stands twice in %s", *p, twice);
        letters[n++] = *p;
        letters[n] = '\0';
    }
    return p;
}

static const char *expect(Run *r, const char *p, const char *what, const char *equation)
{
    size_t n = strlen(what);
    if (strncmp(p, what, n) != 0)
        run_fail(r,
                 "einsum: \"%s\" is not like \"ij,jk->ik\": letters for each operand, "
                 "commas, an arrow, the letters of the result",
                 equation);
    return p + n;
}

/* Every letter means one dim. */
static void check_letters(Run *r, int n, const Term *term, const char *out)
{
    const Shape *shape[256] = {NULL};
    int axis[256], owner[256];
    for (int t = 0; t < n; t++) {
        const Node *node = term[t].node;
        int rank = (int)strlen(term[t].letters);
        if (rank != node->shape.rank)
            run_fail(r, "einsum: operand %d, %s, has %s but \"%s\" %s", t + 1,
                     describe_node(node),
                     count_text(r->arena, node->shape.rank, "axis", "axes"),
                     term[t].letters, count_text(r->arena, rank, "letter", "letters"));
        for (int i = 0; i < rank; i++) {
            unsigned char c = (unsigned char)term[t].letters[i];
            if (shape[c] != NULL && !same_dim(shape[c], axis[c], &node->shape, i))
                run_fail(r, "einsum: the letter %c means different dims: %s and %s%s",
                         c, describe_node(term[owner[c]].node), describe_node(node),
                         dim_hint(r, shape[c], axis[c], &node->shape, i));
            shape[c] = &node->shape;
            axis[c] = i;
            owner[c] = t;
        }
    }
    for (const char *p = out; *p != '\0'; p++)
        if (shape[(unsigned char)*p] == NULL)
            run_fail(r, "einsum: the letter %c of the result is in no operand", *p);
}

/* Sums over the letters that neither the other terms nor the result have. */
static void sum_alone(Term *t, const char *others, const char *out)
{
    unsigned axes = 0;
    char left[LETTERS + 1];
    int n = 0;
    for (int i = 0; t->letters[i] != '\0'; i++) {
        if (has(others, t->letters[i]) || has(out, t->letters[i]))
            left[n++] = t->letters[i];
        else
            axes |= 1u << i;
    }
    left[n] = '\0';
    if (axes != 0)
        t->node = n_sum(t->node, axes);
    strcpy(t->letters, left);
}

/* The product of two terms, with the letters that later ones or the result need. */
static Term contract_terms(Run *r, const Term *a, const Term *b, const char *needed,
                           bool last)
{
    Term y = {0};
    int n = 0;
    for (int k = 0; k < 2 && !last; k++)
        for (const char *p = k == 0 ? a->letters : b->letters; *p != '\0'; p++)
            if (has(needed, *p) && !has(y.letters, *p)) {
                y.letters[n++] = *p;
                y.letters[n] = '\0';
            }
    if (last)
        strcpy(y.letters, needed);
    if (strlen(y.letters) > MAX_RANK)
        run_fail(r, "einsum: a product on the way has more than %d axes", MAX_RANK);
    y.node = contract(r, a->node, a->letters, b->node, b->letters, y.letters);
    return y;
}

static Node *permuted(Node *a, const char *from, const char *to)
{
    int axes[MAX_RANK];
    for (int i = 0; to[i] != '\0'; i++)
        axes[i] = (int)(strchr(from, to[i]) - from);
    return strcmp(from, to) == 0 ? a : n_permute(a, axes);
}

/* The letters of terms k, k+1, ... and of the result. */
static void letters_after(int n, const Term *term, int k, const char *out, char *all)
{
    all[0] = '\0';
    for (; k <= n; k++)
        for (const char *p = k < n ? term[k].letters : out; *p != '\0'; p++)
            if (!has(all, *p))
                strncat(all, p, 1);
}

static Node *einsum(Run *r, int n, Term *term, const char *out)
{
    char later[LETTERS + 1];
    Term y = term[0];
    letters_after(n, term, 1, out, later);
    sum_alone(&y, later, out);
    for (int k = 1; k < n; k++) {
        check_same_float(r, y.node, term[k].node);
        letters_after(n, term, k + 1, out, later);
        char with_y[2 * LETTERS + 2];
        snprintf(with_y, sizeof with_y, "%s%s", y.letters, later);
        sum_alone(&term[k], with_y, out);
        snprintf(with_y, sizeof with_y, "%s%s", term[k].letters, later);
        sum_alone(&y, with_y, out);
        bool last = k == n - 1;
        y = contract_terms(r, &y, &term[k], last ? out : later, last);
    }
    return permuted(y.node, y.letters, out);
}

static int product_einsum(lua_State *L)
{
    Run *r = run_of(L);
    if (to_tensor(L, 1) != NULL &&
        lua_type(L, 2) == LUA_TSTRING) { /* x:einsum("...", y) */
        lua_pushvalue(L, 2);
        lua_insert(L, 1);
        lua_remove(L, 3);
    }
    int n = lua_gettop(L) - 1;
    if (lua_type(L, 1) != LUA_TSTRING || n < 1)
        run_fail(r,
                 "einsum: wants letters and tensors: mf.einsum(\"ij,jk->ik\", a, b)");
    const char *equation = lua_tostring(L, 1), *p = equation;
    Term *term = NEW_N(r->arena, Term, n);
    char out[LETTERS + 1] = "";
    if (strstr(equation, "...") != NULL)
        run_fail(r, "einsum: there is no ellipsis: write a letter for each axis");
    for (int k = 0; k < n; k++) {
        term[k].node = check_node_arg(L, k + 2, "each operand");
        if (k > 0)
            p = expect(r, p, ",", equation);
        p = read_letters(
            r, p, term[k].letters,
            "one operand: x:diag() takes the diagonal of the last two axes");
    }
    if (*p == ',')
        run_fail(r, "einsum: \"%s\" has more operands than the %d tensor%s", equation,
                 n, n == 1 ? "" : "s");
    p = expect(r, p, "->", equation);
    p = read_letters(r, p, out,
                     "the result: x:diag() puts the last axis on a diagonal");
    if (*p != '\0')
        expect(r, "", "->", equation); /* the end was to be here */
    check_letters(r, n, term, out);
    if (term[0].node->dtype == BOOL)
        run_fail(r, "einsum: wants numbers, not %s: cast it: x:cast \"f32\"",
                 describe_node(term[0].node));
    push_node(L, einsum(r, n, term, out));
    return 1;
}

/* ---- outer, dot ---- */

static int product_outer(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_node_arg(L, 1, "the left operand");
    Node *b = check_node_arg(L, 2, "the right operand");
    if (a->shape.rank != 1 || b->shape.rank != 1)
        run_fail(r, "outer: wants two vectors, not %s and %s", describe_node(a),
                 describe_node(b));
    check_same_float(r, a, b);
    push_node(L, contract(r, a, "i", b, "j", "ij"));
    return 1;
}

static int product_dot(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_node_arg(L, 1, "the left operand");
    Node *b = check_node_arg(L, 2, "the right operand");
    if (a->shape.rank != 1 || b->shape.rank != 1)
        run_fail(r, "dot: wants two vectors, not %s and %s (matrices: mf.mm)",
                 describe_node(a), describe_node(b));
    check_same_float(r, a, b);
    if (!same_dim(&a->shape, 0, &b->shape, 0))
        a = heal_inner(r, a, 0, b, 0);
    push_node(L, contract(r, a, "i", b, "i", ""));
    return 1;
}

static int product_hidden_contract(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_node_arg(L, 1, "the left operand");
    Node *b = check_node_arg(L, 2, "the right operand");
    check_same_float(r, a, b);
    push_node(L, n_contract(a, b, luaL_checkstring(L, 3)));
    return 1;
}

void product_open(lua_State *L)
{
    static const Api both[] = {
        {"matmul", product_matmul, 2}, /* and mm */
        {"einsum", product_einsum, 0},
        {"outer", product_outer, 2},
        {"dot", product_dot, 2},
    };
    static const Api hidden[] = {{"_contract", product_hidden_contract, 0}};
    call_register(L, sizeof both / sizeof *both, both, API_BOTH);
    call_register(L, 1, hidden, API_FUNCTION);
    call_alias(L, "mm", "matmul");
}

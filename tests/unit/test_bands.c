/*
 * test_bands.c - kernels made by hand, taken apart by rows: what goes by rows, what is
 * a sum over them, and kernels of which no band may be made, since a part that waits
 * for all rows would come behind what needs it. The compiler makes few of these today.
 */
#include "band.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *bands_suite(void);

enum { ROWS = 8, COLUMNS = 3 };

static Arena *arena;
static Routine *r;
static int next_id;

static void setup(void)
{
    arena = arena_new();
    r = NEW(arena, Routine);
    next_id = 0;
}

static void teardown(void)
{
    arena_free(arena);
}

/* ---- making kernels ---- */

static Buffer *array(BufferKind kind, int rank, int64_t rows, int64_t columns)
{
    Buffer *b = NEW(arena, Buffer);
    *b = (Buffer){.kind = kind, .name = "b", .id = next_id++};
    b->shape = shape_of(rank, (int64_t[]){rows, columns});
    return b;
}

static Buffer *by_rows(BufferKind kind)
{
    return array(kind, 2, ROWS, COLUMNS);
}

static Buffer *vector(BufferKind kind)
{
    return array(kind, 1, COLUMNS, 0);
}

static Var *counter(int64_t extent)
{
    Var *v = NEW(arena, Var);
    *v = (Var){.name = "i", .extent = extent, .dtype = I32, .id = next_id++};
    return v;
}

/* [row][column], or [column] of a vector. */
static Index *at(const Buffer *b, Var *row, Var *column)
{
    Index *index = NEW_N(arena, Index, 2);
    index[0] = index_var(b->shape.rank == 2 ? row : column);
    index[1] = index_var(column);
    return index;
}

static Expr *number(double v)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_NUM, .num = v};
    return x;
}

static Expr *load(Buffer *b, Var *row, Var *column)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_LOAD, .buffer = b, .index = at(b, row, column)};
    return x;
}

static Expr *both(Expr *a, Expr *b)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_OP, .op = OP_mul, .n = 2};
    x->arg[0] = a;
    x->arg[1] = b;
    return x;
}

static Stmt *into(StmtKind kind, Buffer *b, Var *row, Var *column, Expr *value)
{
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = kind, .buffer = b, .value = value};
    s->index = at(b, row, column);
    return s;
}

static Stmt *local(Buffer *b)
{
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = S_LOCAL, .buffer = b, .value = number(0)};
    return s;
}

static Stmt *loop(Var *v, Stmt *body)
{
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = S_FOR, .var = v};
    PUSH(arena, s->body, body);
    return s;
}

typedef struct Places {
    Kernel *kernel;
    Call *call;
} Places;

static void note_place(void *context, const Touch *p)
{
    Places *of = context;
    if (!p->buffer || p->buffer->kind == B_LOCAL)
        return;
    int i = 0;
    while (i < of->kernel->params.n && of->kernel->params.at[i] != p->buffer)
        i++;
    if (i == of->kernel->params.n) {
        PUSH(arena, of->kernel->params, p->buffer);
        PUSH(arena, of->kernel->written, p->written);
    }
    if (p->written)
        PUSH(arena, of->call->writes, p->buffer);
    else
        PUSH(arena, of->call->reads, p->buffer);
}

static Call *call_of(int n, Stmt *const *body)
{
    Places of = {NEW(arena, Kernel), NEW(arena, Call)};
    of.kernel->name = "k";
    of.call->kernel = of.kernel;
    for (int i = 0; i < n; i++) {
        PUSH(arena, of.kernel->body, body[i]);
        stmt_visit(body[i], note_place, &of);
    }
    return of.call;
}

static bool is_cut(int n, Stmt *const *body, Cut *cut)
{
    Cutter c = {arena, r, &next_id};
    return cut_find(&c, call_of(n, body), ROWS, cut);
}

/* to[i][j] = from[i][j] * by[j] */
static Stmt *row_by_row(Buffer *to, Buffer *from, Buffer *by)
{
    Var *i = counter(ROWS), *j = counter(COLUMNS);
    return loop(i, loop(j, into(S_STORE, to, i, j,
                                both(load(from, i, j), load(by, i, j)))));
}

/* sum[j] += from[i][j] */
static Stmt *summed(Buffer *sum, Buffer *from)
{
    Var *i = counter(ROWS), *j = counter(COLUMNS);
    return loop(i, loop(j, into(S_ACC, sum, i, j, load(from, i, j))));
}

/* to[j] = from[j] */
static Stmt *copied(Buffer *to, Buffer *from)
{
    Var *j = counter(COLUMNS);
    return loop(j, into(S_STORE, to, NULL, j, load(from, NULL, j)));
}

/* ---- tests ---- */

START_TEST(rows_sums_and_the_rest)
{
    Buffer *x = by_rows(B_INPUT), *y = by_rows(B_WORK), *scale = vector(B_INPUT);
    Buffer *sum = vector(B_LOCAL), *out = vector(B_OUTPUT);
    Stmt *body[] = {local(sum), row_by_row(y, x, scale), summed(sum, x),
                    copied(out, sum)};
    Cut cut;
    ck_assert(is_cut(4, body, &cut));
    ck_assert_int_eq(cut.share[0], SHARE_NONE);
    ck_assert_int_eq(cut.share[1], SHARE_ROWS);
    ck_assert_int_eq(cut.share[2], SHARE_ROWS);
    ck_assert_int_eq(cut.share[3], SHARE_REST);
    ck_assert_int_eq(cut.sums.n, 1);
    ck_assert_int_eq(cut.chunk, 1);
}
END_TEST

/* mean[j] = ..., which waits for all rows, and then y[i][j] = x[i][j] * mean[j]. */
START_TEST(what_rows_read_is_not_made_behind_them)
{
    Buffer *x = by_rows(B_INPUT), *y = by_rows(B_WORK), *mean = vector(B_WORK);
    Buffer *first = vector(B_INPUT);
    Stmt *body[] = {copied(mean, first), row_by_row(y, x, mean)};
    Cut cut;
    ck_assert(!is_cut(2, body, &cut));
    Stmt *apart[] = {copied(vector(B_OUTPUT), first), row_by_row(y, x, mean)};
    ck_assert(is_cut(2, apart, &cut));
    ck_assert(cut.has_rest);
}
END_TEST

/* All rows of x come before those of z in the sum, in a band they would not. */
START_TEST(a_sum_is_that_of_one_loop)
{
    Buffer *x = by_rows(B_INPUT), *z = by_rows(B_INPUT);
    Buffer *sum = vector(B_LOCAL), *out = vector(B_OUTPUT);
    Stmt *body[] = {local(sum), summed(sum, x), summed(sum, z), copied(out, sum)};
    Cut cut;
    ck_assert(!is_cut(4, body, &cut));
    Buffer *other = vector(B_LOCAL);
    Stmt *apart[] = {local(sum),       local(other),     summed(sum, x),
                     summed(other, z), copied(out, sum), copied(out, other)};
    ck_assert(is_cut(6, apart, &cut));
    ck_assert_int_eq(cut.sums.n, 2);
}
END_TEST

/* for j: sum over i of x[i][j] * w[j]; w[j] = sum, or other[j]. */
static Kernel *sums_in_turns(Buffer *w, Buffer *written)
{
    Buffer *x = by_rows(B_INPUT), *sum = array(B_LOCAL, 1, 1, 0);
    Var *i = counter(ROWS), *j = counter(COLUMNS), *one = counter(1);
    Stmt *turn = loop(j, local(sum));
    PUSH(arena, turn->body,
         loop(i, loop(one, into(S_ACC, sum, NULL, one,
                                both(load(x, i, j), load(w, NULL, j))))));
    PUSH(arena, turn->body,
         loop(one, into(S_STORE, written, NULL, j, load(sum, NULL, one))));
    return call_of(1, &turn)->kernel;
}

START_TEST(sums_are_spread_over_what_they_do_not_read)
{
    Cutter c = {arena, r, &next_id};
    Buffer *w = vector(B_WORK);
    Kernel *k = sums_in_turns(w, vector(B_OUTPUT)), *s = spread_sums(&c, k, ROWS);
    ck_assert_ptr_ne(s, k);
    ck_assert_int_eq(s->body.n, 3);
    ck_assert_int_eq(s->body.at[0]->kind, S_LOCAL);
    ck_assert_int_eq((int)s->body.at[0]->buffer->shape.dim[0], COLUMNS);
    /* In a band one of them may have other turns than the other. */
    ck_assert_ptr_ne(s->body.at[1]->var, s->body.at[2]->var);
    for (int i = 1; i < 3; i++)
        ck_assert(block_uses(&s->body.at[i]->body, 0, s->body.at[i]->var));
    k = sums_in_turns(w, w);
    ck_assert_ptr_eq(spread_sums(&c, k, ROWS), k);
}
END_TEST

Suite *bands_suite(void)
{
    Suite *suite = suite_create("bands");
    TCase *t = tcase_create("cut");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, rows_sums_and_the_rest);
    tcase_add_test(t, what_rows_read_is_not_made_behind_them);
    tcase_add_test(t, a_sum_is_that_of_one_loop);
    tcase_add_test(t, sums_are_spread_over_what_they_do_not_read);
    suite_add_tcase(suite, t);
    return suite;
}

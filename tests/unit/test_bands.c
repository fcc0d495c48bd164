/*
 * test_bands.c - kernels made by hand, taken apart by rows: what goes by rows, what is
 * a sum over them, and kernels of which no band may be made, since a part that waits
 * for all rows would come behind what needs it. The compiler makes few of these today.
 */
#include "band.h"
#include "emit.h"
#include "loop_eval.h"

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
    b->shape = shape_of(rank, (int64_t[]){rows, columns, 1});
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
    Cutter c = {arena, r, &next_id, 0};
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
    Cutter c = {arena, r, &next_id, 0};
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

/* A row of the sums for each turn has to fit where --stack is a limit. */
START_TEST(sums_are_spread_where_the_stack_has_room)
{
    Kernel *k = sums_in_turns(vector(B_WORK), vector(B_OUTPUT));
    int64_t more = (COLUMNS - 1) * (int64_t)sizeof(float), least = 1;
    while (stack_room(least, kernel_array_bytes(k)) < more)
        least++;
    Cutter c = {arena, r, &next_id, least};
    ck_assert_ptr_ne(spread_sums(&c, k, ROWS), k);
    c.stack = least - 1;
    ck_assert_ptr_eq(spread_sums(&c, k, ROWS), k);
}
END_TEST

/* ---- what is near to going by rows, and does not ---- */

typedef enum Odd {
    NEXT_ROW,
    ROW_BEFORE,
    BACKWARDS,
    ALSO_A_COLUMN,
    EVERY_OTHER,
    BEHIND_A_CONDITION,
    IN_A_TURN,
    OF_LOOP_OUTSIDE,
    ODDS
} Odd;

/* y[i][j] = x[i'][j'], with something odd about i' or j'. */
static Stmt *odd_rows(Odd odd)
{
    Buffer *x = by_rows(B_INPUT), *y = by_rows(B_OUTPUT);
    Var *i = counter(ROWS), *j = counter(COLUMNS);
    Expr *from = load(x, i, j);
    Index *row = &from->index[0];
    if (odd == NEXT_ROW)
        row->base = 1;
    if (odd == ROW_BEFORE)
        row->base = -1;
    if (odd == BACKWARDS)
        *row = index_add(index_num(ROWS - 1), index_scale(*row, -1));
    if (odd == ALSO_A_COLUMN)
        from->index[1] = index_var(i);
    if (odd == EVERY_OTHER)
        row->div = 2;
    if (odd == BEHIND_A_CONDITION)
        i->loose = true;
    if (odd == IN_A_TURN)
        x->turn = counter(2);
    if (odd == OF_LOOP_OUTSIDE)
        from->index[1] = index_var(counter(COLUMNS));
    return loop(i, loop(j, into(S_STORE, y, i, j, from)));
}

START_TEST(rows_stay_within_their_turn)
{
    Cut cut;
    Stmt *plain = odd_rows(ODDS);
    ck_assert(is_cut(1, &plain, &cut));
    for (Odd odd = 0; odd < ODDS; odd++) {
        Stmt *body = odd_rows(odd);
        ck_assert_msg(!is_cut(1, &body, &cut) || cut.share[0] == SHARE_REST, "%d",
                      (int)odd);
    }
}
END_TEST

/* A sum begins with a number: in a band it goes on from what it was. */
START_TEST(sums_begin_with_a_number)
{
    Buffer *x = by_rows(B_INPUT), *first = vector(B_INPUT), *out = vector(B_OUTPUT);
    Buffer *sum = vector(B_LOCAL);
    Var *j = counter(COLUMNS);
    Stmt *body[] = {local(sum), summed(sum, x), copied(out, sum)};
    Cut cut;
    ck_assert(is_cut(3, body, &cut));
    body[0]->value = load(first, NULL, j);
    ck_assert(!is_cut(3, body, &cut));
    body[0]->value = NULL;
    ck_assert(!is_cut(3, body, &cut));
}
END_TEST

/* What replaces another array goes over it whole. */
START_TEST(updates_are_not_cut)
{
    Cutter c = {arena, r, &next_id, 0};
    Cut cut;
    for (int k = 0; k < 3; k++) {
        Stmt *body = odd_rows(ODDS);
        Call *call = call_of(1, &body);
        call->replaces = k == 1 ? vector(B_WORK) : NULL;
        call->value = k == 2 ? vector(B_WORK) : NULL;
        ck_assert_int_eq(cut_find(&c, call, ROWS, &cut), k == 0);
    }
    ck_assert(!cut_find(&c, NEW(arena, Call), ROWS, &cut)); /* a loop of calls */
}
END_TEST

/* out[m][n] = the sum over i of a[i][m] * b[i][n] */
static Stmt *product(Buffer *to, Buffer *a, Buffer *b)
{
    Var *none = counter(1);
    Stmt *s = into(S_TILE, to, none, none, NULL);
    s->index[0] = s->index[1] = index_num(0);
    s->tile = NEW(arena, Tile);
    *s->tile = (Tile){.a = load(a, none, none),
                      .b = load(b, none, none),
                      .rows = 1,
                      .columns = 1,
                      .terms = 1};
    Tile *t = s->tile;
    for (int d = 0; d < 2; d++)
        t->a->index[d] = t->b->index[d] = index_num(0);
    t->row_extent[0] = t->column_extent[0] = COLUMNS;
    t->row_step[0] = t->column_step[0] = 1;
    t->term_extent[0] = ROWS;
    t->term_a[0] = t->term_b[0] = COLUMNS;
    return s;
}

START_TEST(products_are_sums_over_rows)
{
    Buffer *out = array(B_OUTPUT, 2, COLUMNS, COLUMNS);
    for (int k = 0; k < 8; k++) {
        Buffer *a = by_rows(B_INPUT), *acc = array(B_LOCAL, 2, COLUMNS, COLUMNS);
        Buffer *rows = array(B_INPUT, 2, 2 * ROWS, COLUMNS);
        Var *i = counter(COLUMNS), *j = counter(COLUMNS);
        Stmt *copy = loop(i, loop(j, into(S_STORE, out, i, j, load(acc, i, j))));
        Stmt *tile = product(acc, a, k == 1 ? rows : by_rows(B_INPUT));
        if (k == 2)
            tile->tile->blas = true;
        if (k == 3)
            tile->tile->terms = 0;
        if (k == 4)
            tile->tile->term_extent[0] = ROWS / 2;
        if (k == 5)
            tile->tile->term_a[0] = 1; /* a turned operand */
        if (k == 6)
            tile->tile->b->index[0] = index_num(1);
        Stmt *more = loop(i, loop(j, into(S_STORE, acc, i, j, number(0))));
        Stmt *body[] = {local(acc), tile, copy, more};
        Cut cut;
        bool found = is_cut(k == 7 ? 4 : 3, body, &cut);
        ck_assert_msg((found && cut.share[1] == SHARE_SUM) == (k == 0), "%d", k);
    }
}
END_TEST

/* Sums that are only stored are made where they are stored, if that is one array of
 * just them, the same way round. */
START_TEST(sums_are_made_where_they_are_stored)
{
    for (int k = 0; k < 7; k++) {
        Buffer *acc = array(B_LOCAL, 2, COLUMNS, COLUMNS), *a = by_rows(B_INPUT);
        Buffer *out = array(k == 1 ? B_OUTPUT : B_WORK, 2, COLUMNS + (k == 2), COLUMNS);
        Var *i = counter(COLUMNS), *j = counter(COLUMNS);
        Expr *x = k == 3   ? load(acc, j, i)
                  : k == 4 ? both(load(acc, i, j), number(2))
                           : load(acc, i, j);
        Stmt *tile = product(acc, a, by_rows(B_INPUT));
        Stmt *copy = loop(i, loop(j, into(S_STORE, out, i, j, x)));
        Stmt *other = loop(j, into(S_STORE, k == 5 ? out : array(B_WORK, 2, 9, COLUMNS),
                                   j, j, k == 5 ? number(1) : load(acc, j, j)));
        Stmt *body[] = {local(acc), tile, copy, other};
        Cut cut;
        ck_assert(is_cut(k < 5 ? 3 : 4, body, &cut));
        ck_assert_int_eq(cut.share[1], SHARE_SUM);
        ck_assert_msg((cut.share[2] == SHARE_STORE) == (k == 0), "%d", k);
        ck_assert_msg((cut.sums.at[0].store != NULL) == (k == 0), "%d", k);
        ck_assert_int_eq(cut.has_rest, k != 0);
    }
}
END_TEST

/* Neighbours in the strips are terms of a row and those of the next one. */
START_TEST(strips_have_rows_along_their_second_axis)
{
    Buffer *strips = array(B_WORK, 3, COLUMNS, ROWS * 2);
    ck_assert(!is_by_rows(strips, ROWS));
    strips->each = 2;
    ck_assert(is_by_rows(strips, ROWS) && !is_by_rows(strips, 2 * ROWS));
    ck_assert_int_eq(row_elements(strips), 2);
    for (int k = 0; k < 3; k++) {
        Var *row = counter(ROWS), *i = counter(COLUMNS), *j = counter(2 + (k == 1));
        Stmt *s = into(S_STORE, strips, i, j, load(by_rows(B_INPUT), row, i));
        Index *index = NEW_N(arena, Index, 3);
        index[0] = index_var(i);
        index[1] = index_add(index_scale(index_var(row), k == 2 ? 1 : 2), index_var(j));
        index[2] = index_num(0);
        s->index = index;
        Stmt *body = loop(row, loop(i, loop(j, s)));
        Cut cut;
        ck_assert_msg(is_cut(1, &body, &cut) == (k == 0), "%d", k);
    }
}
END_TEST

/* ---- how many rows ---- */

/* Two products of rows of some x 128, by matrices of 128 x `wide`. */
#define PRODUCTS(ROWS, WIDE)                                                           \
    "graph \"f\"\n"                                                                    \
    "%0 = input f32[" ROWS ",128] text=\"x\" \"x\"\n"                                  \
    "%1 = input f32[128," WIDE "] text=\"v\" \"v\"\n"                                  \
    "%2 = contract f32[" ROWS "," WIDE "] %0 %1 text=\"bij,jk->bik\"\n"                \
    "%3 = tanh f32[" ROWS "," WIDE "] %2\n"                                            \
    "%4 = input f32[" WIDE ",128] text=\"w\" \"w\"\n"                                  \
    "%5 = contract f32[" ROWS ",128] %3 %4 text=\"bij,jk->bik\"\n"                     \
    "out \"y\" %5\n"

static const Call *loop_over_rows(const char *text, bool threads)
{
    Program *p = graph_program(arena, graph_parse(arena, text, "products"));
    Pipeline pipeline = {.arena = arena,
                         .limit = -1,
                         .to = stderr,
                         .cache = SECOND_CACHE};
    pipeline.threads = threads;
    pipeline_run(&pipeline, p);
    const Routine *routine = *backend_run(p, param_buffers(p), &pipeline);
    const Call *loop = NULL;
    for (int i = 0; i < routine->calls.n; i++)
        loop = routine->calls.at[i]->band ? routine->calls.at[i] : loop;
    return loop;
}

/* What is alive in a band of one row and the matrices do not have room in the cache
 * together, but the first product's row is still there when the second needs it. Where
 * the matrices are larger, taking them from beyond the cache for each costs a little,
 * and with fewer rows too much.
 */
START_TEST(a_band_may_be_more_than_the_cache_holds)
{
    const Call *loop = loop_over_rows(PRODUCTS("4,256", "512"), false);
    ck_assert(loop && loop->band == 1 && loop->body.n == 2);
    const Buffer *between = loop->body.at[1]->reads.at[0];
    ck_assert_int_eq(shape_size(&between->shape), 256 * 512);
    ck_assert(!between->far);
    ck_assert(buffer_base(loop->body.at[1]->writes.at[0])->far);
    ck_assert(loop_over_rows(PRODUCTS("4,256", "1024"), false));
    ck_assert(!loop_over_rows(PRODUCTS("4,128", "2048"), false));
    ck_assert(!loop_over_rows(PRODUCTS("4,256", "512"), true));
}
END_TEST

/* A layer and the gradient of its weights, in two nested loops of tiles; and one whose
 * operand goes by strips. */
#define GRADIENTS                                                                      \
    "graph \"f\"\n"                                                                    \
    "%0 = input f32[16,64,512] text=\"x\" \"x\"\n"                                     \
    "%1 = input f32[512,512] text=\"v\" \"v\"\n"                                       \
    "%2 = contract f32[16,64,512] %0 %1 text=\"bij,jk->bik\"\n"                        \
    "%3 = tanh f32[16,64,512] %2\n"                                                    \
    "%4 = input f32[16,64,128] text=\"dy\" \"dy\"\n"                                   \
    "%5 = contract f32[512,128] %3 %4 text=\"bij,bik->jk\"\n"                          \
    "%6 = sin f32[16,64,128] %4\n"                                                     \
    "%7 = contract f32[128,512] %6 %3 text=\"bij,bik->jk\"\n"                          \
    "out \"dw\" %5\n"                                                                  \
    "out \"du\" %7\n"

START_TEST(gradients_of_weights_are_summed_by_bands)
{
    const Call *loop = loop_over_rows(GRADIENTS, false);
    ck_assert(loop);
    int products = 0, strips = 0;
    for (int i = 0; i < loop->body.n; i++) {
        const Call *c = loop->body.at[i];
        const Buffer *to = c->writes.at[0];
        products += to->source && to->source->kind == B_LOCAL;
        bool in_strips = to->shape.dim[2] == 8;
        strips += in_strips && to->shape.dim[1] == 64 * loop->band;
        ck_assert(to->kind != B_WORK || in_strips || to->shape.dim[0] != 16);
    }
    ck_assert_int_eq(products, 2);
    ck_assert_int_eq(strips, 1);
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
    tcase_add_test(t, sums_are_spread_where_the_stack_has_room);
    tcase_add_test(t, rows_stay_within_their_turn);
    tcase_add_test(t, sums_begin_with_a_number);
    tcase_add_test(t, updates_are_not_cut);
    tcase_add_test(t, products_are_sums_over_rows);
    tcase_add_test(t, sums_are_made_where_they_are_stored);
    tcase_add_test(t, strips_have_rows_along_their_second_axis);
    tcase_add_test(t, gradients_of_weights_are_summed_by_bands);
    tcase_add_test(t, a_band_may_be_more_than_the_cache_holds);
    suite_add_tcase(suite, t);
    return suite;
}

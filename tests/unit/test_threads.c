/*
 * test_threads.c - which loops are divided among threads, where they wait, and that
 * the second opinion (threads_check.c) sees what is wrong: a barrier that is missing
 * and a loop that must not be divided.
 */
#include <string.h>

#include "emit.h"
#include "loop_eval.h"
#include "threads.h"
#include "random_graph.h"

#include <check.h> /* last: it defines a macro called fail */

static const char *const chain =
    "graph \"f\"\n"
    "%0 = input f32[64,100] text=\"x\" \"x\"\n"
    "%1 = input f32[100,192] text=\"W\" \"W\"\n"
    "%2 = contract f32[64,192] %0 %1 text=\"mk,kn->mn\"\n"
    "%3 = tanh f32[64,192] %2\n"
    "%4 = sum f32[64] %3 at=2\n"
    "%5 = cumsum f32[64,192] %3 at=0,0\n"
    "%6 = sum f32[] %3 at=3\n"
    "out \"h\" %3\nout \"r\" %4\nout \"q\" %5\nout \"s\" %6\n";

static Routine *routine_of(Arena *arena, Graph *graph, double least)
{
    Program *p = NEW(arena, Program);
    p->arena = arena;
    Entry *e = NEW(arena, Entry);
    *e = (Entry){.name = "f", .kind = ENTRY_FUNC, .graph = graph};
    for (int i = 0; i < graph->nodes.n; i++) {
        const Node *n = graph->nodes.at[i];
        Port port = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        Param param = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        if (n->op == OP_input)
            PUSH(arena, e->inputs, port);
        if (n->op == OP_param)
            PUSH(arena, p->params, param);
    }
    BackOptions options = {.threads = true};
    Routine *r = lower_entry(arena, e, param_buffers(p), &options);
    schedule(arena, r, 0);
    plan(arena, r, &options);
    threads_divide(arena, r, least);
    return r;
}

/* The call whose kernel writes this output. */
static Call *call_of(const Routine *r, const char *output)
{
    for (int i = 0; i < r->calls.n; i++) {
        Call *c = r->calls.at[i];
        for (int k = 0; k < c->writes.n; k++)
            if (strcmp(c->writes.at[k]->name, output) == 0)
                return c;
    }
    ck_abort_msg("nothing writes %s", output);
}

START_TEST(outputs_are_divided)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    threads_check(r);
    ck_assert_int_gt(r->threads, 1);
    ck_assert(call_of(r, "h")->kernel->divided);
    ck_assert(call_of(r, "r")->kernel->divided);
    ck_assert(call_of(r, "q")->kernel->divided); /* along the other axis */
    arena_free(arena);
}
END_TEST

static void find_asked(const Block *block, const Stmt **found, int *n)
{
    for (int i = 0; i < block->n; i++) {
        if (block->at[i]->kind == S_AHEAD) {
            *found = block->at[i];
            ++*n;
        }
        find_asked(&block->at[i]->body, found, n);
    }
}

/* What the product asks for, to store its result there, or NULL. */
static const Stmt *asked_of(Arena *arena, const char *text, int64_t cache)
{
    Routine *r = routine_of(arena, graph_parse(arena, text, "graph"), 0);
    threads_own(arena, r, cache);
    const Stmt *found = NULL;
    int n = 0;
    find_asked(&call_of(r, "h")->kernel->body, &found, &n);
    ck_assert_int_eq(n, found != NULL);
    return found;
}

START_TEST(a_product_asks_for_what_others_touch)
{
    Arena *arena = arena_new();
    const int64_t bytes = 64 * 192 * 4;
    const Stmt *s = asked_of(arena, chain, 64 * bytes);
    ck_assert_ptr_nonnull(s);
    ck_assert_str_eq(s->buffer->name, "h");
    ck_assert_int_eq(s->ahead->far, 192 * 4);
    ck_assert_int_eq(s->ahead->bytes, 64 * 4);
    ck_assert_ptr_null(asked_of(arena, chain, 64 * (bytes + 1))); /* too little of it */
    ck_assert_ptr_null(asked_of(arena,
                                "graph \"f\"\n"
                                "%0 = input f32[64,100] text=\"x\" \"x\"\n"
                                "%1 = input f32[100,192] text=\"W\" \"W\"\n"
                                "%2 = contract f32[64,192] %0 %1 text=\"mk,kn->mn\"\n"
                                "out \"h\" %2\n",
                                64 * bytes)); /* nobody else touches h */
    arena_free(arena);
}
END_TEST

START_TEST(a_sum_is_not_divided)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    ck_assert(!call_of(r, "s")->kernel->divided);
    arena_free(arena);
}
END_TEST

START_TEST(other_owners_wait)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    int waits = 0;
    for (int i = 0; i < r->calls.n; i++)
        waits += r->calls.at[i]->wait;
    ck_assert_int_eq(waits, 1); /* before the first that reads h */
    arena_free(arena);
}
END_TEST

/* The same rows belong to the same thread: no barrier between two loops over them. */
START_TEST(same_owners_do_not_wait)
{
    static const char *const rows =
        "graph \"f\"\n"
        "%0 = input f32[64,100] text=\"x\" \"x\"\n"
        "%1 = exp f32[64,100] %0\n%2 = max f32[64] %1 at=2\n"
        "out \"a\" %1\nout \"b\" %2\n";
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, rows, "rows"), 0);
    ck_assert_int_eq(r->calls.n, 2);
    ck_assert(call_of(r, "a")->kernel->divided);
    ck_assert(call_of(r, "b")->kernel->divided);
    ck_assert(!call_of(r, "b")->wait);
    threads_check(r);
    arena_free(arena);
}
END_TEST

/* What is too small to be divided is, where only the first thread would have to wait.
 */
START_TEST(small_work_is_divided_to_save_a_barrier)
{
    static const char *const rows =
        "graph \"f\"\n"
        "%0 = input f32[64,100] text=\"x\" \"x\"\n"
        "%1 = exp f32[64,100] %0\n%2 = max f32[64] %1 at=2\n"
        "%3 = max f32[100] %1 at=1\n"
        "out \"a\" %1\nout \"b\" %2\nout \"c\" %3\n";
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, rows, "rows"), 6000);
    ck_assert(call_of(r, "a")->kernel->divided);
    ck_assert(call_of(r, "b")->kernel->divided);
    ck_assert(!call_of(r, "b")->wait);
    ck_assert(!call_of(r, "c")->kernel->divided); /* it would wait all the same */
    ck_assert(call_of(r, "c")->wait);
    threads_check(r);
    arena_free(arena);
}
END_TEST

/* A large sum may be anyone's: what needs it waits, whoever that is. */
START_TEST(anyones_work_is_waited_for)
{
    static const char *const sums =
        "graph \"f\"\n"
        "%0 = input f32[64,200] text=\"x\" \"x\"\n"
        "%1 = sum f32[] %0 at=3\n%2 = broadcast f32[64,200] %1 at=-1,-1,64,200\n"
        "%3 = mul f32[64,200] %0 %2\n%4 = sum f32[] %3 at=3\n"
        "out \"a\" %1\nout \"b\" %4\n";
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, sums, "sums"), 0);
    ck_assert(call_of(r, "a")->kernel->anyone);
    ck_assert(call_of(r, "b")->kernel->anyone);
    ck_assert(call_of(r, "b")->wait);
    arena_free(arena);
}
END_TEST

/* ---- parts made by hand: turns of a loop that touch X[coef * v + base] ---- */

static Part part_of(Arena *arena, int64_t turns)
{
    Part p = {.share = BY_TURNS, .loops = 1};
    Var *v = NEW(arena, Var);
    v->extent = turns;
    p.counter[0] = v;
    return p;
}

static void touch(Arena *arena, Part *p, Buffer *b, int64_t coef, int64_t base,
                  bool write)
{
    Index *index = NEW(arena, Index);
    *index =
        index_add(index_scale(index_var((Var *)p->counter[0]), coef), index_num(base));
    Access a = {b, b, index, write};
    PUSH(arena, p->access, a);
}

static Buffer *array_of(Arena *arena, int64_t n)
{
    Buffer *b = NEW(arena, Buffer);
    b->kind = B_OUTPUT;
    b->shape = shape_of(1, &n);
    return b;
}

/* Part p writes X[v] in 8 turns; q reads what the rows say in so many. */
static const struct {
    int64_t turns, coef, base, coef2, base2;
    bool meet;
} reader[] = {
    {8, 1, 0, 1, 0, false},                        /* the same place */
    {8, 1, 1, 1, 1, true},                         /* its neighbour's */
    {8, 1, -1, 1, 0, true},                        /* that of both */
    {8, 1, 0, 1, 1, true},  {8, 2, 0, 2, 0, true}, /* other strides */
    {4, 1, 0, 1, 0, true},                         /* threads have other turns */
    {8, 1, 8, 1, 9, false}                         /* out of reach */
};

START_TEST(turns_meet)
{
    Arena *arena = arena_new();
    Buffer *x = array_of(arena, 32);
    Part p = part_of(arena, 8), q = part_of(arena, reader[_i].turns);
    touch(arena, &p, x, 1, 0, true);
    touch(arena, &q, x, reader[_i].coef, reader[_i].base, false);
    touch(arena, &q, x, reader[_i].coef2, reader[_i].base2, false);
    ck_assert(parts_meet(&p, &q) == reader[_i].meet);
    ck_assert(parts_meet(&q, &p) == reader[_i].meet);
    arena_free(arena);
}
END_TEST

/* Turn v of q reads X[4 v + 8 j]: with j = 1, what turn v + 2 of p has written. */
START_TEST(inner_strides_reach_other_turns)
{
    Arena *arena = arena_new();
    Buffer *x = array_of(arena, 48);
    Part p = part_of(arena, 8), q = part_of(arena, 8);
    Var *j = NEW(arena, Var);
    Index *index = NEW(arena, Index);
    touch(arena, &p, x, 4, 0, true);
    j->extent = 2;
    *index = index_add(index_scale(index_var((Var *)q.counter[0]), 4),
                       index_scale(index_var(j), 8));
    Access read = {x, x, index, false};
    PUSH(arena, q.access, read);
    ck_assert(parts_meet(&p, &q));
    ck_assert(parts_meet(&q, &p));
    j->extent = 1;
    ck_assert(!parts_meet(&p, &q));
    arena_free(arena);
}
END_TEST

/* ---- kernels made by hand ---- */

static Stmt *loop_over(Arena *arena, int64_t turns, Stmt *inside)
{
    Stmt *s = NEW(arena, Stmt);
    s->kind = S_FOR;
    s->var = NEW(arena, Var);
    s->var->extent = turns;
    if (inside)
        PUSH(arena, s->body, inside);
    return s;
}

static Expr *value_of(Arena *arena, Buffer *b, const Index *index)
{
    Expr *x = NEW(arena, Expr);
    x->kind = X_LOAD;
    x->buffer = b;
    x->index = (Index *)index;
    return x;
}

static Stmt *store(Arena *arena, Buffer *b, Index index, Expr *value)
{
    Stmt *s = NEW(arena, Stmt);
    s->kind = S_STORE;
    s->buffer = b;
    s->index = NEW(arena, Index);
    *s->index = index;
    s->value = value;
    return s;
}

static void param(Arena *arena, Kernel *k, Buffer *b, bool written)
{
    PUSH(arena, k->params, b);
    PUSH(arena, k->written, written);
}

static Call *call(Arena *arena, Routine *r, Stmt *first, Stmt *second)
{
    Call *c = NEW(arena, Call);
    c->kernel = NEW(arena, Kernel);
    PUSH(arena, c->kernel->body, first);
    if (second)
        PUSH(arena, c->kernel->body, second);
    PUSH(arena, r->calls, c);
    return c;
}

/* for i, for j, for k: y[4 i + k] = x[4 i + k]: every turn of j writes the same. */
START_TEST(an_inner_loop_whose_turns_meet_is_not_divided)
{
    Arena *arena = arena_new();
    Routine *r = NEW(arena, Routine);
    Buffer *x = array_of(arena, 32), *y = array_of(arena, 32);
    Stmt *k = loop_over(arena, 4, NULL), *j = loop_over(arena, 64, k),
         *i = loop_over(arena, 8, j);
    Index *at = NEW(arena, Index);
    *at = index_add(index_scale(index_var(i->var), 4), index_var(k->var));
    Stmt *s = store(arena, y, *at, value_of(arena, x, at));
    PUSH(arena, k->body, s);
    Call *c = call(arena, r, i, NULL);
    param(arena, c->kernel, x, false);
    param(arena, c->kernel, y, true);
    threads_divide(arena, r, 0);
    ck_assert(c->kernel->divided);
    ck_assert_int_eq(i->divided, 1);
    arena_free(arena);
}
END_TEST

/* The first thread writes a number that only itself reads; but all are handed it. */
START_TEST(numbers_that_are_handed_over_are_waited_for)
{
    Arena *arena = arena_new();
    Routine *r = NEW(arena, Routine);
    Buffer *x = array_of(arena, 32), *y = array_of(arena, 32);
    Buffer *number = NEW(arena, Buffer), *other = NEW(arena, Buffer);
    number->kind = other->kind = B_OUTPUT;
    Index zero = index_num(0);
    Call *makes =
        call(arena, r, store(arena, number, zero, value_of(arena, x, &zero)), NULL);
    param(arena, makes->kernel, number, true);
    Stmt *i = loop_over(arena, 32, NULL);
    Index at = index_var(i->var);
    Stmt *s = store(arena, y, at, value_of(arena, x, &at));
    PUSH(arena, i->body, s);
    Call *reads =
        call(arena, r, i, store(arena, other, zero, value_of(arena, number, NULL)));
    param(arena, reads->kernel, number, false);
    param(arena, reads->kernel, y, true);
    param(arena, reads->kernel, other, true);
    threads_divide(arena, r, 0);
    ck_assert(!makes->kernel->divided);
    ck_assert(reads->kernel->divided);
    ck_assert(reads->wait);
    arena_free(arena);
}
END_TEST

START_TEST(small_work_has_one_thread)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 1e9);
    ck_assert_int_eq(r->threads, 0);
    for (int i = 0; i < r->calls.n; i++)
        ck_assert(!r->calls.at[i]->kernel->divided);
    arena_free(arena);
}
END_TEST

/* ---- bands of rows that threads share ---- */

/* exp of the rows of x, and the product of that with them. */
static Routine *shared_bands(Arena *arena)
{
    static const char *const sums =
        "graph \"f\"\n"
        "%0 = input f32[64,32] text=\"x\" \"x\"\n"
        "%1 = exp f32[64,32] %0\n"
        "%2 = contract f32[32,32] %0 %1 text=\"km,kn->mn\"\n"
        "%3 = tanh f32[32,32] %2\n"
        "out \"w\" %3\n";
    Program *p = graph_program(arena, graph_parse(arena, sums, "sums"));
    Pipeline pipeline = {.arena = arena, .limit = -1, .to = stderr};
    pipeline.threads = true;
    pipeline.band = 8;
    pipeline_run(&pipeline, p);
    return *backend_run(p, param_buffers(p), &pipeline);
}

static Call *band_loop(const Routine *r)
{
    for (int i = 0; i < r->calls.n; i++)
        if (r->calls.at[i]->band)
            return r->calls.at[i];
    ck_abort_msg("there are no bands");
}

START_TEST(threads_share_bands)
{
    Arena *arena = arena_new();
    Routine *r = shared_bands(arena);
    const Call *loop = band_loop(r);
    ck_assert(loop->shared);
    ck_assert_int_eq(r->slots, 8);
    ck_assert_int_gt(r->own.n, 0); /* the exponentials of a band */
    ck_assert_int_gt(r->threads, 1);
    ck_assert_int_le(r->threads, r->slots);
    ck_assert_int_eq(loop->body.at[loop->body.n - 1]->adds, 1);
    ck_assert(loop->wait); /* for what the sums begin with */
    threads_check(r);
    arena_free(arena);
}
END_TEST

START_TEST(a_sum_without_order_is_seen)
{
    Arena *arena = arena_new();
    Routine *r = shared_bands(arena);
    const Call *loop = band_loop(r);
    for (int i = 0; i < loop->body.n; i++)
        loop->body.at[i]->adds = 0;
    threads_check(r);
}
END_TEST

START_TEST(what_threads_own_is_seen_outside_of_bands)
{
    Arena *arena = arena_new();
    Routine *r = shared_bands(arena);
    band_loop(r)->shared = false;
    threads_check(r);
}
END_TEST

START_TEST(a_missing_barrier_is_seen)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    for (int i = 0; i < r->calls.n; i++)
        r->calls.at[i]->wait = false;
    threads_check(r);
}
END_TEST

START_TEST(a_divided_sum_is_seen)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    call_of(r, "s")->kernel->divided = true; /* all threads write it */
    threads_check(r);
}
END_TEST

/* Scans, scatters, plans of all kinds: the two opinions agree. */
START_TEST(random_graphs)
{
    Arena *arena = arena_new();
    threads_check(routine_of(arena, random_graph(arena, (uint64_t)_i),
                             _i % 3 == 0 ? 50 : 0));
    arena_free(arena);
}
END_TEST

/* What threads divide in the one loop of this output's kernel. */
static const Stmt *only_loop(const Routine *r, const char *output)
{
    const Block *body = &call_of(r, output)->kernel->body;
    ck_assert_int_eq(body->n, 1);
    ck_assert_int_eq(body->at[0]->kind, S_FOR);
    return body->at[0];
}

/* Few tiles are divided by their rows: 32 x 256 of 1024 terms, by strips of columns. */
START_TEST(tiles_have_units)
{
    static const char *const product =
        "graph \"f\"\n"
        "%0 = input f32[32,1024] text=\"x\" \"x\"\n"
        "%1 = param f32[1024,256] text=\"W\" \"W\"\n"
        "%2 = contract f32[32,256] %0 %1 text=\"mk,kn->mn\"\n"
        "out \"h\" %2\n";
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, product, "product"), 0);
    const Stmt *s = only_loop(r, "h");
    ck_assert_int_eq(s->divided, 1);
    ck_assert_int_eq(s->units.n, 1);
    ck_assert_int_eq(s->units.at[0]->extent, 32);
    threads_check(r);
    arena_free(arena);
}
END_TEST

/* Rows of few matrices: their rows, not the matrices, are the units. */
START_TEST(units_are_rows_of_all_axes)
{
    static const char *const product =
        "graph \"f\"\n"
        "%0 = input f32[4,32,100] text=\"x\" \"x\"\n"
        "%1 = param f32[100,128] text=\"W\" \"W\"\n"
        "%2 = contract f32[4,32,128] %0 %1 text=\"bmk,kn->bmn\"\n"
        "out \"h\" %2\n";
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, product, "product"), 0);
    const Stmt *s = only_loop(r, "h");
    ck_assert_int_eq(s->units.n, 2);
    ck_assert_int_eq(s->units.at[1]->extent, 32);
    threads_check(r);
    arena_free(arena);
}
END_TEST

Suite *threads_suite(void);

Suite *threads_suite(void)
{
    Suite *s = suite_create("threads");
    TCase *t = tcase_create("threads");
    tcase_add_test(t, outputs_are_divided);
    tcase_add_test(t, a_sum_is_not_divided);
    tcase_add_test(t, a_product_asks_for_what_others_touch);
    tcase_add_test(t, other_owners_wait);
    tcase_add_test(t, same_owners_do_not_wait);
    tcase_add_test(t, small_work_is_divided_to_save_a_barrier);
    tcase_add_test(t, anyones_work_is_waited_for);
    tcase_add_loop_test(t, turns_meet, 0, sizeof reader / sizeof *reader);
    tcase_add_test(t, inner_strides_reach_other_turns);
    tcase_add_test(t, an_inner_loop_whose_turns_meet_is_not_divided);
    tcase_add_test(t, numbers_that_are_handed_over_are_waited_for);
    tcase_add_test(t, small_work_has_one_thread);
    tcase_add_test(t, threads_share_bands);
    tcase_add_test(t, tiles_have_units);
    tcase_add_test(t, units_are_rows_of_all_axes);
    tcase_add_exit_test(t, a_sum_without_order_is_seen, EXIT_BUG);
    tcase_add_exit_test(t, what_threads_own_is_seen_outside_of_bands, EXIT_BUG);
    tcase_add_exit_test(t, a_missing_barrier_is_seen, EXIT_BUG);
    tcase_add_exit_test(t, a_divided_sum_is_seen, EXIT_BUG);
    tcase_add_loop_test(t, random_graphs, 0, 500);
    suite_add_tcase(s, t);
    return s;
}

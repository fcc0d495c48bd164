/*
 * test_plan.c - kernels and calls made by hand: which kernels may write over what they
 * read, which calls change places, and which copies of updates are dropped. What the
 * compiler makes of graphs meets only some of these cases.
 */
#include "loop.h"

#include <check.h> /* last: it defines a macro called fail */

static Arena *arena;
static Routine *r;
static Var i_var = {.name = "i", .extent = 4, .dtype = I32};
static Var j_var = {.name = "j", .extent = 4, .dtype = I32};

static void setup(void)
{
    arena = arena_new();
    r = NEW(arena, Routine);
    r->graph = graph_new(arena, "plan");
}

static void teardown(void)
{
    arena_free(arena);
}

/* ---- making kernels ---- */

static Buffer *array(BufferKind kind, int64_t n)
{
    Buffer *b = NEW(arena, Buffer);
    *b = (Buffer){.kind = kind, .name = "b", .shape = shape_of(1, &n)};
    b->first = b->last = -1;
    b->id = r->buffers.n;
    PUSH(arena, r->buffers, b);
    return b;
}

static Index *at(Index index)
{
    Index *copy = NEW(arena, Index);
    *copy = index;
    return copy;
}

static Expr *load(Buffer *b, Index index)
{
    Expr *x = NEW(arena, Expr);
    x->kind = X_LOAD;
    x->buffer = b;
    x->index = at(index);
    return x;
}

static Stmt *into(StmtKind kind, Buffer *b, Index index, Expr *value)
{
    Stmt *s = NEW(arena, Stmt);
    s->kind = kind;
    s->buffer = b;
    s->index = at(index);
    s->value = value;
    return s;
}

static Stmt *loop(Var *v, Stmt *first, Stmt *second)
{
    Stmt *s = NEW(arena, Stmt);
    s->kind = S_FOR;
    s->var = v;
    PUSH(arena, s->body, first);
    if (second)
        PUSH(arena, s->body, second);
    return s;
}

/* It reads the first array and writes the second. */
static Kernel *kernel(Buffer *read, Buffer *written, Stmt *body)
{
    Kernel *k = NEW(arena, Kernel);
    bool no = false, yes = true;
    k->name = "k";
    PUSH(arena, k->params, read);
    PUSH(arena, k->written, no);
    PUSH(arena, k->params, written);
    PUSH(arena, k->written, yes);
    PUSH(arena, k->body, body);
    return k;
}

static Kernel *copying(Buffer *from, Buffer *to)
{
    Index i = index_var(&i_var);
    return kernel(from, to, loop(&i_var, into(S_STORE, to, i, load(from, i)), NULL));
}

/* ---- in place ---- */

START_TEST(an_element_goes_over_itself)
{
    Buffer *old = array(B_WORK, 4), *new = array(B_WORK, 4);
    ck_assert(kernel_in_place(copying(old, new), new, old));
    Kernel *k = copying(old, new);
    kernel_write_over(k, new, old);
    ck_assert_int_eq(k->params.n, 1);
    ck_assert_ptr_eq(k->params.at[0], old);
    ck_assert(k->written.at[0]);
    ck_assert_ptr_eq(k->body.at[0]->body.at[0]->buffer, old);
}
END_TEST

/* A place that all turns write in turn would be the operand's first elements. */
START_TEST(a_place_for_all_turns_goes_over_nothing)
{
    Buffer *old = array(B_WORK, 4), *new = array(B_WORK, 4);
    new->reused = true;
    ck_assert(!kernel_in_place(copying(old, new), new, old));
}
END_TEST

START_TEST(another_element_does_not)
{
    Buffer *old = array(B_WORK, 4), *new = array(B_WORK, 4);
    Index i = index_var(&i_var), back = index_add(index_num(3), index_scale(i, -1));
    Stmt *mirror = into(S_STORE, new, i, load(old, back));
    ck_assert(!kernel_in_place(kernel(old, new, loop(&i_var, mirror, NULL)), new, old));
}
END_TEST

START_TEST(what_is_read_later_stays)
{
    Buffer *old = array(B_WORK, 4), *new = array(B_WORK, 4), *other = array(B_WORK, 4);
    Index i = index_var(&i_var);
    Stmt *store = into(S_STORE, new, i, load(old, i));
    Stmt *late = into(S_STORE, other, i, load(old, i));
    Stmt *other_loop =
        loop(&j_var,
             into(S_STORE, other, index_var(&j_var), load(old, index_var(&j_var))),
             NULL);
    ck_assert(kernel_in_place(kernel(old, new, loop(&i_var, late, store)), new, old));
    ck_assert(!kernel_in_place(kernel(old, new, loop(&i_var, store, late)), new, old));
    Kernel *k = kernel(old, new, loop(&i_var, store, NULL));
    PUSH(arena, k->body, other_loop);
    ck_assert(!kernel_in_place(k, new, old));
}
END_TEST

/* Every turn adds to all elements, of which later turns read the old value. */
START_TEST(what_is_summed_up_goes_over_nothing)
{
    Buffer *old = array(B_WORK, 4), *new = array(B_WORK, 4), *x = array(B_WORK, 4);
    Index i = index_var(&i_var), j = index_var(&j_var);
    Stmt *sum = loop(&j_var, into(S_ACC, new, j, load(x, j)), NULL);
    Stmt *store = into(S_STORE, new, i, load(old, i));
    ck_assert(!kernel_in_place(kernel(old, new, loop(&i_var, sum, store)), new, old));
}
END_TEST

START_TEST(second_operands_count)
{
    Buffer *old = array(B_WORK, 4), *new = array(B_WORK, 4), *x = array(B_WORK, 4);
    Buffer *acc = array(B_LOCAL, 1);
    Index i = index_var(&i_var), j = index_var(&j_var);
    Stmt *dot = into(S_ACC, acc, index_num(0), load(x, j));
    dot->value2 = load(old, j);
    Stmt *store = into(S_STORE, new, i, load(acc, index_num(0)));
    Kernel *k = kernel(old, new, loop(&i_var, loop(&j_var, dot, NULL), store));
    ck_assert(!kernel_in_place(k, new, old));
}
END_TEST

START_TEST(arrays_that_differ_stay_apart)
{
    Buffer *old = array(B_WORK, 4), *wide = array(B_WORK, 5), *real = array(B_WORK, 4);
    Buffer *new = array(B_WORK, 4), *view = array(B_WORK, 4);
    real->dtype = F64;
    view->base = old;
    ck_assert(!kernel_in_place(copying(wide, new), new, wide));
    ck_assert(!kernel_in_place(copying(new, wide), wide, new));
    ck_assert(!kernel_in_place(copying(real, new), new, real));
    ck_assert(!kernel_in_place(copying(old, new), old, new)); /* it is not written */
    Kernel *both = copying(old, new), *seen = copying(old, new);
    both->written.at[0] = true; /* old has a new value of its own */
    ck_assert(!kernel_in_place(both, new, old));
    bool no = false;
    PUSH(arena, seen->params, view);
    PUSH(arena, seen->written, no);
    ck_assert(!kernel_in_place(seen, new, old));
}
END_TEST

/* ---- calls ---- */

static Call *call(Buffer *from, Buffer *to)
{
    Call *c = NEW(arena, Call);
    c->kernel = copying(from, to);
    PUSH(arena, c->reads, from);
    PUSH(arena, c->writes, to);
    PUSH(arena, r->calls, c);
    return c;
}

static void check_order(const Call *first, const Call *then)
{
    if (first->at >= then->at)
        ck_abort_msg("call %d comes after call %d", first->at, then->at);
}

/* x -> a twice, then a -> b, then x -> a once more, then a -> c; and others. */
START_TEST(writes_keep_their_order)
{
    Buffer *x = array(B_INPUT, 4), *a = array(B_WORK, 4);
    Buffer *b = array(B_WORK, 4), *c = array(B_WORK, 4), *d = array(B_WORK, 4);
    Call *chain[5] = {call(x, a), call(x, a), call(a, b), call(x, a), call(a, c)};
    Call *other = call(x, d);
    bool moved = false;
    for (uint64_t seed = 0; seed < 50; seed++) {
        schedule(arena, r, seed);
        for (int i = 0; i < 4; i++)
            check_order(chain[i], chain[i + 1]);
        moved |= other->at < chain[4]->at;
    }
    ck_assert(moved);
}
END_TEST

/* A tensor whose new value is made in a work array, and copied over the old one. */
static void update(Buffer *old, Buffer *new)
{
    Call *c = call(new, old);
    c->replaces = old;
    c->value = new;
}

static int planned(void)
{
    const BackOptions options = {0};
    schedule_number(r);
    plan(arena, r, &options);
    return r->calls.n;
}

START_TEST(an_update_needs_no_copy)
{
    Buffer *old = array(B_PARAM, 4), *new = array(B_WORK, 4);
    call(old, new);
    update(old, new);
    ck_assert_int_eq(planned(), 1);
    ck_assert_ptr_eq(new->base, old);
}
END_TEST

START_TEST(an_update_in_two_steps_is_copied)
{
    Buffer *old = array(B_PARAM, 4), *new = array(B_WORK, 4);
    call(array(B_INPUT, 4), new);
    call(old, new);
    update(old, new);
    ck_assert_int_eq(planned(), 3);
    ck_assert_ptr_null(new->base);
}
END_TEST

START_TEST(an_update_waits_for_readers)
{
    Buffer *old = array(B_PARAM, 4), *new = array(B_WORK, 4);
    call(old, new);
    call(old, array(B_OUTPUT, 4));
    update(old, new);
    ck_assert_int_eq(planned(), 3);
    ck_assert_ptr_null(new->base);
}
END_TEST

/* y = x, x = y: of one kernel, which writes what its first half only reads. */
START_TEST(merged_kernels_write_what_one_of_them_writes)
{
    Buffer *x = array(B_OUTPUT, 4), *y = array(B_OUTPUT, 4);
    call(x, y);
    call(y, x);
    ParamBuffers params = {.arena = arena};
    const BackOptions options = {0};
    loop_merge(arena, r, &params, &options);
    ck_assert_int_eq(r->calls.n, 1);
    const Kernel *k = r->calls.at[0]->kernel;
    ck_assert_int_eq(k->params.n, 2);
    ck_assert(k->written.at[0] && k->written.at[1]);
}
END_TEST

/* ---- the stack ---- */

/* A call of a kernel whose loop has an array of so many floats. */
static Call *with_array(int64_t n)
{
    Call *c = call(array(B_INPUT, 4), array(B_OUTPUT, 4));
    Stmt *local = NEW(arena, Stmt);
    *local = (Stmt){.kind = S_LOCAL, .buffer = array(B_LOCAL, n)};
    local->buffer->dtype = F32;
    block_insert(arena, &c->kernel->body.at[0]->body, 0, local);
    return c;
}

START_TEST(what_fits_the_room_fits_the_stack)
{
    Call *c = with_array(stack_room(8192, 0) / 4);
    ck_assert_int_eq(stack_room(8192, kernel_array_bytes(c->kernel)), 0);
    ck_assert_int_eq(stack_measure(arena, 8192, r), 8192);
    ck_assert_int_eq(stack_room(8192, 100), stack_room(8192, 0) - 100);
}
END_TEST

/* Each product has a plan of its own, and one call is made at a time. */
START_TEST(products_have_plans)
{
    Kernel *k = NEW(arena, Kernel);
    int64_t bytes[3];
    for (int i = 0; i < 3; i++) {
        bytes[i] = kernel_array_bytes(k);
        Stmt *s = NEW(arena, Stmt);
        *s = (Stmt){.kind = S_TILE,
                    .buffer = array(B_WORK, 4),
                    .tile = NEW(arena, Tile)};
        s->buffer->dtype = F32;
        PUSH(arena, k->body, s);
    }
    ck_assert_int_eq(bytes[0], 0);
    ck_assert_int_gt(bytes[2], bytes[1]);
    ck_assert_int_gt(bytes[1], bytes[2] - bytes[1]);
}
END_TEST

/* Of a small limit half is left for frames. */
START_TEST(little_stack_is_halved)
{
    with_array(stack_room(2048, 0) / 4);
    ck_assert_int_eq(stack_room(2048, 0), 2048 - 1536);
    ck_assert_int_eq(stack_measure(arena, 2048, r), 2048);
    ck_assert_int_eq(stack_room(4000, 0), 2000);
}
END_TEST

/* Kernels with arrays stay apart, so that these do not add up; but for a few small. */
START_TEST(large_arrays_stay_apart)
{
    Call *large = with_array(1000), *none = call(array(B_INPUT, 4), array(B_OUTPUT, 4));
    int together = 0;
    for (int i = 0; i < 100; i++)
        with_array(16);
    int64_t bytes = stack_measure(arena, 0, r);
    ck_assert_int_eq(bytes, 4096 + kernel_array_bytes(large->kernel));
    ck_assert(large->kernel->apart);
    ck_assert(!none->kernel->apart);
    for (int i = 2; i < r->calls.n; i++)
        together += !r->calls.at[i]->kernel->apart;
    ck_assert_int_gt(together, 0);
    ck_assert_int_eq(kernel_array_bytes(none->kernel), 0);
    ck_assert_int_le(together * 64, 4096);
}
END_TEST

/* Vectors of a long array lie in one line of the cache each, wherever it is placed. */
START_TEST(long_arrays_begin_with_a_line)
{
    for (int i = 0; i < 4; i++) {
        Buffer *b = array(B_WORK, i == 1 ? 3 : 301 + 2 * i);
        b->first = i / 2;
        b->last = i / 2 + 1;
    }
    place_work(arena, r, false);
    ck_assert_int_eq(r->work.n, 4);
    for (int i = 0; i < r->work.n; i++)
        if (buffer_bytes(r->work.at[i]) >= LONG_BYTES)
            ck_assert_int_eq(r->work.at[i]->offset % LINE_BYTES, 0);
}
END_TEST

Suite *plan_suite(void);
Suite *plan_suite(void)
{
    Suite *suite = suite_create("plan");
    TCase *t = tcase_create("plan");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, an_element_goes_over_itself);
    tcase_add_test(t, a_place_for_all_turns_goes_over_nothing);
    tcase_add_test(t, another_element_does_not);
    tcase_add_test(t, what_is_read_later_stays);
    tcase_add_test(t, what_is_summed_up_goes_over_nothing);
    tcase_add_test(t, second_operands_count);
    tcase_add_test(t, arrays_that_differ_stay_apart);
    tcase_add_test(t, writes_keep_their_order);
    tcase_add_test(t, an_update_needs_no_copy);
    tcase_add_test(t, an_update_in_two_steps_is_copied);
    tcase_add_test(t, an_update_waits_for_readers);
    tcase_add_test(t, merged_kernels_write_what_one_of_them_writes);
    tcase_add_test(t, what_fits_the_room_fits_the_stack);
    tcase_add_test(t, products_have_plans);
    tcase_add_test(t, little_stack_is_halved);
    tcase_add_test(t, large_arrays_stay_apart);
    tcase_add_test(t, long_arrays_begin_with_a_line);
    suite_add_tcase(suite, t);
    return suite;
}

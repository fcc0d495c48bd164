/*
 * test_units.c - turns of a loop made by hand: which of them threads may divide by the
 * rows of their tiles (units.c). What the compiler makes meets only some of these
 * cases.
 */
#include "threads.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *units_suite(void);

enum { OUTER = 8, INNER = 4, ROWS = OUTER * INNER, COLUMNS = 16 };

/*     local rows[32][16]
 *     product rows = x w                          rows of 8 x 4
 *     for j < 8
 *       for i < 4
 *         for k < 16
 *           h[4 j + i][k] = rows[4 j + i][k] */
typedef struct Turn {
    Buffer *rows, *h;
    Var *j, *i, *k;
    Tile *tile;
    Stmt *local, *over, *inner, *row, *store;
    Block block;
} Turn;

static Arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static Buffer *matrix(BufferKind kind, int64_t rows, int64_t columns)
{
    Buffer *b = NEW(arena, Buffer);
    *b = (Buffer){.kind = kind,
                  .name = "b",
                  .dtype = F32,
                  .shape = shape_of(2, (int64_t[]){rows, columns})};
    return b;
}

static Var *counter(int64_t extent)
{
    Var *v = NEW(arena, Var);
    *v = (Var){.name = "v", .extent = extent, .dtype = I32};
    return v;
}

static Index *at(Index row, Index column)
{
    Index *place = NEW_N(arena, Index, 2);
    place[0] = row;
    place[1] = column;
    return place;
}

static Expr *load(Buffer *b, Index *place)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_LOAD, .dtype = F32, .buffer = b, .index = place};
    return x;
}

static Stmt *statement(StmtKind kind, Buffer *b)
{
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = kind, .buffer = b};
    return s;
}

static Stmt *store(Buffer *to, Index *place, Expr *value)
{
    Stmt *s = statement(S_STORE, to);
    s->index = place;
    s->value = value;
    return s;
}

static Stmt *loop(Var *v, Stmt *body)
{
    Stmt *s = statement(S_FOR, NULL);
    s->var = v;
    PUSH(arena, s->body, body);
    return s;
}

static Stmt *product(Buffer *to)
{
    Stmt *s = statement(S_TILE, to);
    s->tile = NEW(arena, Tile);
    *s->tile =
        (Tile){.a = load(matrix(B_INPUT, ROWS, 999), at(index_num(0), index_num(0))),
               .b = load(matrix(B_PARAM, 999, COLUMNS), at(index_num(0), index_num(0))),
               .rows = 2,
               .columns = 1,
               .terms = 1,
               .row_extent = {OUTER, INNER},
               .column_extent = {COLUMNS},
               .term_extent = {999}};
    return s;
}

static Index row_of(const Turn *t)
{
    return index_add(index_scale(index_var(t->j), INNER), index_var(t->i));
}

/* A loop over units, with the statement for each row. */
static Stmt *each_row(const Turn *t, Var *i, Stmt *row)
{
    return loop(t->j, loop(i, loop(t->k, row)));
}

static Turn turn_of(void)
{
    Turn t = {.j = counter(OUTER), .i = counter(INNER), .k = counter(COLUMNS)};
    t.rows = matrix(B_LOCAL, ROWS, COLUMNS);
    t.h = matrix(B_OUTPUT, ROWS, COLUMNS);
    t.local = statement(S_LOCAL, t.rows);
    Stmt *s = product(t.rows);
    t.tile = s->tile;
    t.store = store(t.h, at(row_of(&t), index_var(t.k)),
                    load(t.rows, at(row_of(&t), index_var(t.k))));
    t.over = each_row(&t, t.i, t.store);
    t.inner = t.over->body.at[0];
    t.row = t.inner->body.at[0];
    PUSH(arena, t.block, t.local);
    PUSH(arena, t.block, s);
    PUSH(arena, t.block, t.over);
    return t;
}

/* How many counters go over its units; 0: it has none. */
static int units_of(const Turn *t)
{
    Units u = find_units(arena, &(Part){0}, &t->block);
    ck_assert(u.n == 0 || u.at[0] == t->j);
    ck_assert(u.n < 2 || u.at[1] == t->i);
    return u.n;
}

START_TEST(rows_of_both_counters)
{
    Turn t = turn_of();
    ck_assert_int_eq(units_of(&t), 2);
}
END_TEST

/* A loop over units that has no rows inside, or other ones. */
START_TEST(rows_of_the_outer_counter)
{
    Turn short_rows = turn_of(), other = turn_of(), two = turn_of();
    short_rows.k->extent = 7;
    ck_assert_int_eq(units_of(&short_rows), 1);

    Buffer *each = matrix(B_OUTPUT, OUTER, 1), *all = matrix(B_OUTPUT, OUTER, COLUMNS);
    Expr *x = load(matrix(B_INPUT, 1, 1), at(index_num(0), index_num(0)));
    PUSH(arena, other.block,
         loop(other.j, store(each, at(index_var(other.j), index_num(0)), x)));
    ck_assert_int_eq(units_of(&other), 1);

    Stmt *last = store(all, at(index_var(two.j), index_var(two.k)), x);
    block_insert(arena, &two.block, 2, each_row(&two, counter(3), last));
    ck_assert_int_eq(units_of(&two), 1);
}
END_TEST

/* The row of another unit, or of none. */
START_TEST(other_rows_are_no_units)
{
    Turn next = turn_of(), wide = turn_of(), first = turn_of(), more = turn_of();
    next.store->value->index[0].base = INNER;
    ck_assert_int_eq(units_of(&next), 0);

    Stmt *again = store(matrix(B_OUTPUT, ROWS, COLUMNS), wide.store->index,
                        load(wide.rows,
                             at(index_scale(index_var(wide.j), 2), index_var(wide.k))));
    PUSH(arena, wide.row->body, again);
    ck_assert_int_eq(units_of(&wide), 0);

    first.store->value->index[0] = index_num(0);
    ck_assert_int_eq(units_of(&first), 0);

    more.tile->row_extent[0] = 2 * OUTER;
    ck_assert_int_eq(units_of(&more), 0);
}
END_TEST

/* A second tile of more rows, of which the loop goes over some. */
START_TEST(all_tiles_have_the_units)
{
    Turn t = turn_of();
    Buffer *second = matrix(B_LOCAL, 2 * ROWS, COLUMNS);
    Stmt *tile = product(second);
    t.store->value2 = load(second, t.store->value->index);
    block_insert(arena, &t.block, 2, statement(S_LOCAL, second));
    block_insert(arena, &t.block, 3, tile);
    ck_assert_int_eq(units_of(&t), 2);
    tile->tile->row_extent[0] *= 2;
    ck_assert_int_eq(units_of(&t), 0);
}
END_TEST

/* What is made whole: by OpenBLAS, onto what is there, in a part of an array, or in an
 * array of all turns. One row is not divided. */
START_TEST(whole_tiles)
{
    Turn blas = turn_of(), more = turn_of(), part = turn_of(), outside = turn_of(),
         one = turn_of();
    blas.tile->blas = true;
    more.tile->more = true;
    part.block.at[1]->index = at(index_num(0), index_num(0));
    block_remove(&outside.block, 0);
    one.tile->row_extent[0] = one.j->extent = 1;
    ck_assert_int_eq(units_of(&blas), 0);
    ck_assert_int_eq(units_of(&more), 0);
    ck_assert_int_eq(units_of(&part), 0);
    ck_assert_int_eq(units_of(&outside), 0);
    ck_assert_int_eq(units_of(&one), 0);
}
END_TEST

/* A place in memory, or in a local array of the turn, that all units write. */
START_TEST(places_of_all_units)
{
    Turn memory = turn_of(), local = turn_of();
    memory.store->index[0] = index_num(0);
    ck_assert_int_eq(units_of(&memory), 0);

    Buffer *top = matrix(B_LOCAL, 1, COLUMNS);
    block_insert(arena, &local.block, 0, statement(S_LOCAL, top));
    PUSH(arena, local.row->body,
         store(top, at(index_num(0), index_var(local.k)),
               load(local.rows, local.store->value->index)));
    ck_assert_int_eq(units_of(&local), 0);
}
END_TEST

/* What each share of a turn does again has to be little. */
START_TEST(rest_of_a_turn)
{
    for (int much = 0; much < 2; much++) {
        Turn t = turn_of();
        Var *v = counter(much ? 1000000 : 10);
        Buffer *own = matrix(B_LOCAL, 1, v->extent);
        Expr *x = load(matrix(B_INPUT, 1, 1), at(index_num(0), index_num(0)));
        block_insert(arena, &t.block, 0, statement(S_LOCAL, own));
        block_insert(arena, &t.block, 1,
                     loop(v, store(own, at(index_num(0), index_var(v)), x)));
        ck_assert_int_eq(units_of(&t), much ? 0 : 2);
    }
}
END_TEST

/* A tile is one turn together with its array and what reads that. */
START_TEST(a_tile_is_a_turn)
{
    Turn t = turn_of();
    PUSH(arena, t.block,
         store(matrix(B_OUTPUT, 1, 1), at(index_num(0), index_num(0)),
               load(matrix(B_INPUT, 1, 1), at(index_num(0), index_num(0)))));
    Block turns = tiles_as_turns(arena, &t.block);
    ck_assert_int_eq(turns.n, 2);
    ck_assert_int_eq(turns.at[0]->kind, S_FOR);
    ck_assert_int_eq(turns.at[0]->var->extent, 1);
    ck_assert_int_eq(turns.at[0]->body.n, 3);
    ck_assert_int_eq(turns.at[1]->kind, S_STORE);
}
END_TEST

Suite *units_suite(void)
{
    Suite *s = suite_create("units");
    TCase *t = tcase_create("units");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, rows_of_both_counters);
    tcase_add_test(t, rows_of_the_outer_counter);
    tcase_add_test(t, other_rows_are_no_units);
    tcase_add_test(t, all_tiles_have_the_units);
    tcase_add_test(t, whole_tiles);
    tcase_add_test(t, places_of_all_units);
    tcase_add_test(t, rest_of_a_turn);
    tcase_add_test(t, a_tile_is_a_turn);
    suite_add_tcase(s, t);
    return s;
}

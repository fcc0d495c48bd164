/*
 * test_key.c - one key, one text: kernels that c_key.c takes for equal are printed
 * alike, among all kernels of random graphs of every kind. A field that the text
 * depends on and the key leaves out would merge kernels that differ, without a word.
 *
 * Chance seldom makes two kernels that differ in one field only. So fields are changed
 * by hand too, one at a time: where the text is another one, so is the key. A new field
 * of the loops belongs into the key, and into the lists below.
 */
#include <string.h>

#include "../../runtime/mf_random.h"
#include "c_print.h"
#include "emit.h"
#include "loop_eval.h"
#include "random_graph.h"
#include "random_kinds.h"
#include "seeds.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *key_suite(void);

typedef struct Print {
    uint64_t key[2], text; /* the key by two hashes of it */
    const char *shown;
} Print;

static Print print_of(Arena *arena, Kernel *k)
{
    Words words = {0};
    c_key(arena, &words, k);
    size_t bytes = (size_t)words.n * sizeof *words.at;
    Text text = text_new(arena);
    c_kernel(&text, k, "k", NAMES_PLAIN, NULL, "");
    return (Print){{hash_bytes(1, words.at, bytes), hash_bytes(2, words.at, bytes)},
                   hash_bytes(0, text.at, text.n),
                   text.at};
}

static bool same_key(const Print *a, const Print *b)
{
    return memcmp(a->key, b->key, sizeof a->key) == 0;
}

/* ---- fields that are changed ---- */

/* clang-format off */
#define FIELDS(X)                                                                      \
    X(written)                                                                         \
    X(stmt_acc) X(stmt_least) X(stmt_from) X(stmt_divided) X(stmt_alone) X(stmt_units) \
    X(var_extent) X(var_loose) X(let_dtype)                                            \
    X(index_base) X(index_coef) X(index_div)                                           \
    X(expr_num) X(expr_dtype) X(expr_op) X(inside_extent) X(expr_hint) X(expr_var)     \
    X(expr_again)                                                                      \
    X(buffer_dtype) X(buffer_extent) X(buffer_fused) X(buffer_base) X(buffer_counter)  \
    X(tile_turned) X(tile_more) X(tile_extent) X(tile_step) X(tile_together)                            \
    X(ahead_far) X(ahead_bytes) X(ahead_parts)
/* clang-format on */

typedef enum Field {
#define X(name) FIELD_##name,
    FIELDS(X)
#undef X
        N_FIELDS
} Field;

static const char *const field_name[] = {
#define X(name) #name,
    FIELDS(X)
#undef X
};

/* Of what the key is made: who adds a field here looks whether the text depends on it.
 * (Then it belongs into the key and the list above.) */
enum { POINTER = 8 }; /* bytes, where the sizes are those below */
_Static_assert(sizeof(void *) != POINTER ||
                   (sizeof(Stmt) == 160 && sizeof(Expr) == 136 && sizeof(Tile) == 488 &&
                    sizeof(Ahead) == 32 && sizeof(Buffer) == 288 && sizeof(Var) == 40 &&
                    sizeof(Index) == 216),
               "a field more or less: what of c_key.c?");

/* A field of a kernel: a bool, an int, or one of eight bytes; and what is added. */
typedef struct Spot {
    Field field;
    void *at;
    size_t size;
    int64_t more;
} Spot;

typedef struct Spots {
    Arena *arena;
    ARRAY(Spot) list;
    const Var *let;          /* the last value that has a name */
    ARRAY(const Expr *) met; /* operations of the statement, the inner ones first */
} Spots;

static void add(Spots *s, Field field, void *at, size_t size, int64_t more)
{
    Spot spot = {field, at, size, more};
    PUSH(s->arena, s->list, spot);
}

static int64_t value_at(const Spot *s)
{
    int64_t value = 0;
    int whole;
    if (s->size == sizeof value)
        memcpy(&value, s->at, sizeof value);
    else if (s->size == sizeof whole)
        value = (memcpy(&whole, s->at, sizeof whole), whole);
    else
        value = *(bool *)s->at;
    return value;
}

static void set_value(const Spot *s, int64_t value)
{
    int whole = (int)value;
    if (s->size == sizeof value)
        memcpy(s->at, &value, sizeof value);
    else if (s->size == sizeof whole)
        memcpy(s->at, &whole, sizeof whole);
    else
        *(bool *)s->at = value != 0;
}

static void add_flag(Spots *s, Field field, bool *flag)
{
    add(s, field, flag, sizeof *flag, *flag ? -1 : 1);
}

/* It shall point there. */
static void add_pointer(Spots *s, Field field, void *at, const void *there)
{
    intptr_t old;
    memcpy(&old, at, sizeof old);
    if (sizeof old == sizeof(int64_t) && old != (intptr_t)there)
        add(s, field, at, sizeof old, (intptr_t)there - old);
}

static void add_var(Spots *s, Var *v)
{
    add(s, FIELD_var_extent, &v->extent, sizeof v->extent, 1);
    add_flag(s, FIELD_var_loose, &v->loose);
}

static void add_index(Spots *s, int n, Index *index)
{
    for (int d = 0; index && d < n; d++) {
        add(s, FIELD_index_base, &index[d].base, sizeof index->base, 1);
        add(s, FIELD_index_div, &index[d].div, sizeof index->div, 1);
        for (int i = 0; i < index[d].n; i++)
            add(s, FIELD_index_coef, &index[d].term[i].coef, sizeof(int64_t), 1);
    }
}

static void add_buffer(Spots *s, Buffer *b)
{
    if (b->dtype == F32 || b->dtype == F64)
        add(s, FIELD_buffer_dtype, &b->dtype, sizeof b->dtype,
            b->dtype == F32 ? F64 - F32 : F32 - F64);
    if (b->shape.rank > 0)
        add(s, FIELD_buffer_extent, &b->shape.dim[b->shape.rank - 1], sizeof(int64_t),
            1);
    add_flag(s, FIELD_buffer_fused, &b->fused);
    add_pointer(s, FIELD_buffer_base, &b->base, NULL);
    add_pointer(s, FIELD_buffer_counter, &b->counter, NULL);
}

/* Was it met before? Then another value that was met can stand in its place. */
static bool add_again(Spots *s, Expr **place)
{
    const Expr *other = NULL;
    bool again = false;
    for (int i = 0; i < s->met.n; i++) {
        again |= s->met.at[i] == *place;
        if (s->met.at[i] != *place && s->met.at[i]->dtype == (*place)->dtype)
            other = s->met.at[i];
    }
    if (again && other)
        add_pointer(s, FIELD_expr_again, place, other);
    return again;
}

static void add_expr(Spots *s, Expr **place)
{
    Expr *x = *place;
    if (!x || add_again(s, place))
        return;
    if (x->kind == X_LOAD) {
        add_buffer(s, x->buffer);
        add_index(s, x->buffer->shape.rank, x->index);
    } else {
        add_index(s, 1, x->index);
    }
    if (x->kind == X_NUM)
        add(s, FIELD_expr_num, &x->num, sizeof x->num, INT64_C(1) << 50);
    if (x->kind == X_OP && x->op == OP_add)
        add(s, FIELD_expr_op, &x->op, sizeof x->op, (int)OP_mul - (int)OP_add);
    if (x->kind == X_OP && x->dtype == F32)
        add(s, FIELD_expr_dtype, &x->dtype, sizeof x->dtype, F64 - F32);
    if (x->kind == X_INSIDE)
        add(s, FIELD_inside_extent, &x->extent, sizeof x->extent, 1);
    if (x->kind == X_VAR && s->let)
        add_pointer(s, FIELD_expr_var, &x->var, s->let);
    if (x->kind == X_OP)
        add_pointer(s, FIELD_expr_hint, &x->hint, "hint");
    for (int i = 0; i < x->n; i++)
        add_expr(s, &x->arg[i]);
    if (x->kind == X_OP)
        PUSH(s->arena, s->met, x);
}

static void add_tile(Spots *s, Tile *t)
{
    add_expr(s, &t->a);
    add_expr(s, &t->b);
    if (t->blas)
        return;
    add_flag(s, FIELD_tile_turned, &t->turned);
    add_flag(s, FIELD_tile_more, &t->more);
    add(s, FIELD_tile_together, &t->together, sizeof(int64_t), 2);
    for (int i = 0; i < t->columns; i++) {
        add(s, FIELD_tile_extent, &t->column_extent[i], sizeof(int64_t), 1);
        add(s, FIELD_tile_step, &t->column_step[i], sizeof(int64_t), 1);
    }
    for (int i = 0; i < t->rows; i++) {
        add(s, FIELD_tile_extent, &t->row_extent[i], sizeof(int64_t), 1);
        add(s, FIELD_tile_step, &t->row_step[i], sizeof(int64_t), 1);
    }
    for (int i = 0; i < t->terms; i++) {
        add(s, FIELD_tile_extent, &t->term_extent[i], sizeof(int64_t), 1);
        add(s, FIELD_tile_step, &t->term_a[i], sizeof(int64_t), 1);
        add(s, FIELD_tile_step, &t->term_b[i], sizeof(int64_t), 1);
    }
}

static void add_block(Spots *s, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *stmt = block->at[i];
        if (stmt->kind == S_FOR) {
            add_var(s, stmt->var);
            add(s, FIELD_stmt_least, &stmt->least, sizeof stmt->least, 1);
            add(s, FIELD_stmt_from, &stmt->from, sizeof stmt->from, 1);
            if (stmt->units.n == 0)
                add(s, FIELD_stmt_divided, &stmt->divided, sizeof stmt->divided, 1);
            else
                add(s, FIELD_stmt_units, &stmt->units.n, sizeof stmt->units.n, -1);
        }
        if (stmt->kind == S_LET && !stmt->lanes && is_float(stmt->var->dtype))
            add(s, FIELD_let_dtype, &stmt->var->dtype, sizeof stmt->var->dtype,
                stmt->var->dtype == F32 ? F64 - F32 : F32 - F64);
        if (stmt->kind == S_ACC && (stmt->acc == ACC_ADD || stmt->acc == ACC_MUL))
            add(s, FIELD_stmt_acc, &stmt->acc, sizeof stmt->acc,
                stmt->acc == ACC_ADD ? ACC_MUL - ACC_ADD : ACC_MAX - ACC_MUL);
        if (stmt->kind == S_STORE || stmt->kind == S_ACC)
            add_flag(s, FIELD_stmt_alone, &stmt->alone);
        if (stmt->buffer && stmt->index)
            add_index(s, stmt->buffer->shape.rank, stmt->index);
        s->met.n = 0;
        add_expr(s, &stmt->value);
        add_expr(s, &stmt->value2);
        s->let = stmt->kind == S_LET ? stmt->var : s->let;
        if (stmt->tile)
            add_tile(s, stmt->tile);
        if (stmt->ahead) {
            add(s, FIELD_ahead_far, &stmt->ahead->far, sizeof(int64_t), 1);
            add(s, FIELD_ahead_bytes, &stmt->ahead->bytes, sizeof(int64_t), 1);
            if (stmt->ahead->part)
                add(s, FIELD_ahead_parts, &stmt->ahead->parts, sizeof(int64_t), 1);
        }
        add_block(s, &stmt->body);
    }
}

/* One of those of some field, or NULL. */
static const Spot *some_spot(const Spots *s, uint64_t seed, uint64_t turn)
{
    Field field = (Field)mf_random_below(seed, 1, 0, turn, N_FIELDS);
    uint64_t n = 0, at;
    for (int i = 0; i < s->list.n; i++)
        n += s->list.at[i].field == field;
    if (n == 0)
        return NULL;
    at = mf_random_below(seed, 2, 0, turn, n);
    int i = 0;
    while (s->list.at[i].field != field || at-- > 0)
        i++;
    return &s->list.at[i];
}

/* Is the text another one with this change? Then the key is. */
static bool changes_text(Arena *arena, Kernel *k, const Print *own, const Spot *spot)
{
    int64_t old = value_at(spot);
    set_value(spot, old + spot->more);
    Print other = print_of(arena, k);
    set_value(spot, old);
    if (other.text != own->text && same_key(own, &other))
        ck_abort_msg("the key does not know of %s\n%s\n%s", field_name[spot->field],
                     own->shown, other.shown);
    return other.text != own->text;
}

/* Changes some fields of the kernel, one at a time, and all of those that few kernels
 * have; counts which change its text. */
static void change_fields(Arena *arena, Kernel *k, uint64_t seed, long *changed)
{
    enum { TRIES = 4 };
    Spots s = {.arena = arena};
    for (int i = 0; i < k->params.n; i++) {
        add_buffer(&s, k->params.at[i]);
        add_flag(&s, FIELD_written, &k->written.at[i]);
    }
    add_block(&s, &k->body);
    Print own = print_of(arena, k);
    for (uint64_t i = 0; i < TRIES; i++) {
        const Spot *spot = some_spot(&s, seed, i);
        if (spot)
            changed[spot->field] += changes_text(arena, k, &own, spot);
    }
    for (int i = 0; i < s.list.n; i++) {
        const Spot *spot = &s.list.at[i];
        if (spot->field == FIELD_buffer_base || spot->field == FIELD_buffer_counter)
            changed[spot->field] += changes_text(arena, k, &own, spot);
    }
}

/* ---- all kernels ---- */

/* A print, and its text to be shown; a free place has none. */
typedef struct Seen {
    Print print;
    char *text;
} Seen;

enum { MANY = 4000, PLACES = 1 << 20, OFTEN = 5 };

typedef struct Table {
    Seen *at;
    long keys, again; /* different ones; how often one was met again */
    long changed[N_FIELDS];
} Table;

static Pipeline pipeline_of(Arena *arena, uint64_t seed)
{
    Pipeline p = {.arena = arena, .limit = -1, .to = stderr};
    p.off = seed % 8 == 5 ? 1u << pipeline_find("fuse") : 0;
    p.stack = seed % 8 == 7 ? 100000 : 0;
    p.band = seed % 3 == 1 ? 1 + (long)(seed / 3 % 4) : 0;
    p.threads = seed % 4 == 2;
    p.uncached = seed % 3 == 0 ? 0 : UNCACHED;
    p.cache = seed % 2 ? 2048 : 0;
    return p;
}

static Seen *place_of(const Table *t, const Print *print)
{
    size_t at = (size_t)print->key[0];
    while (t->at[at % PLACES].text && !same_key(&t->at[at % PLACES].print, print))
        at++;
    return &t->at[at % PLACES];
}

static void check_kernel(Table *t, Arena *arena, Kernel *k, uint64_t seed)
{
    Print print = print_of(arena, k);
    Seen *seen = place_of(t, &print);
    if (seen->text) {
        t->again++;
        if (seen->print.text != print.text)
            ck_abort_msg("graph %d: a kernel has the key of another one\n%s\n%s",
                         (int)seed, seen->text, print.shown);
        return;
    }
    *seen = (Seen){print, strdup(print.shown)};
    ck_assert_ptr_nonnull(seen->text);
    t->keys++;
    ck_assert_int_lt(t->keys, PLACES / 2);
    change_fields(arena, k, seed + (uint64_t)t->keys, t->changed);
}

static void check_calls(Table *t, Arena *arena, const Calls *calls, uint64_t seed)
{
    Calls all = kernel_calls(arena, calls);
    for (int i = 0; i < all.n; i++)
        check_kernel(t, arena, all.at[i]->kernel, seed);
}

START_TEST(kernels_of_one_key_have_one_text)
{
    static Graph *(*const make[])(Arena *, uint64_t) = {random_graph,    random_graph,
                                                        random_graph,    random_windows,
                                                        random_products, random_layers,
                                                        random_rows,     random_pairs,
                                                        random_memory,   random_chain,
                                                        random_cell,     random_turns,
                                                        random_pools};
    enum { KINDS = sizeof make / sizeof *make };
    Table t = {.at = calloc(PLACES, sizeof *t.at)};
    ck_assert_ptr_nonnull(t.at);
    uint64_t n = seeds_share(MANY);
    for (uint64_t seed = seeds_from(); seed < seeds_from() + n; seed++) {
        Arena *arena = arena_new();
        Program *p = graph_program(arena, make[seed % KINDS](arena, seed));
        Pipeline pipeline = pipeline_of(arena, seed / KINDS);
        pipeline_run(&pipeline, p);
        Routine *r = *backend_run(p, param_buffers(p), &pipeline);
        check_calls(&t, arena, &r->calls, seed);
        arena_free(arena);
    }
    ck_assert(t.again > t.keys / 10 || n < MANY);
    for (int i = 0; i < N_FIELDS && n >= MANY; i++)
        if (t.changed[i] < OFTEN) /* not tested then */
            ck_abort_msg("%s changed the text %ld times only", field_name[i],
                         t.changed[i]);
    for (size_t i = 0; i < PLACES; i++)
        free(t.at[i].text);
    free(t.at);
}
END_TEST

Suite *key_suite(void)
{
    Suite *suite = suite_create("key");
    TCase *texts = tcase_create("texts");
    tcase_set_timeout(texts, 0);
    tcase_add_test(texts, kernels_of_one_key_have_one_text);
    suite_add_tcase(suite, texts);
    return suite;
}

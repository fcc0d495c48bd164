/*
 * fuzz_target.c - what libFuzzer, or fuzz_plain.c, calls with each input. The
 * environment variable MFC_FUZZ says what reads it: a row of the table at the end.
 * Whatever the input is, the reader must come back with a result or an exit code of
 * docs/errors.md other than 70, without an error of memory, without a leak, and with
 * results that can be read to the end.
 *
 *     MFC_FUZZ=csv build/fuzz-long/fuzz_target tests/fuzz/corpus/csv
 *
 * Readers that end the process come back by longjmp: the linker leads exit here.
 */
#define _GNU_SOURCE
#include <limits.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <lua.h>

#include "../../runtime/mf_array.h"
#include "../../runtime/mf_params.h"
#include "../unit/tiny_model.h"
#include "emit.h"
#include "random_graph.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void need(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_target: %s\n", what);
    fflush(stderr);
    abort();
}

/* ---- ends of the process ---- */

static jmp_buf end;
static volatile bool ending; /* whether exit leads to `end` */

/* States of Lua that were not closed, because the process was to end. */
enum { STATES = 64 };
static lua_State *state[STATES];
static int n_states;

_Noreturn void __real_exit(int code);
_Noreturn void __wrap_exit(int code);
lua_State *__real_lua_newstate(lua_Alloc allocate, void *context);
lua_State *__wrap_lua_newstate(lua_Alloc allocate, void *context);
void __real_lua_close(lua_State *L);
void __wrap_lua_close(lua_State *L);

void __wrap_exit(int code)
{
    if (!ending)
        __real_exit(code);
    need(code >= 0 && code < EXIT_BUG, "an internal error");
    longjmp(end, 1);
}

lua_State *__wrap_lua_newstate(lua_Alloc allocate, void *context)
{
    need(n_states < STATES, "too many states of Lua");
    lua_State *L = __real_lua_newstate(allocate, context);
    if (L != NULL)
        state[n_states++] = L;
    return L;
}

void __wrap_lua_close(lua_State *L)
{
    for (int i = 0; i < n_states; i++)
        if (state[i] == L)
            state[i] = state[--n_states];
    __real_lua_close(L);
}

/* Calls read(arena, bytes, n) to its end, or that of the process. */
static void compile(void (*read)(Arena *, const uint8_t *, size_t),
                    const uint8_t *bytes, size_t n)
{
    Arena *arena = arena_new();
    diagnostics_reset();
    ending = true;
    if (setjmp(end) == 0)
        read(arena, bytes, n);
    ending = false;
    while (n_states > 0)
        __wrap_lua_close(state[0]);
    arena_free(arena);
}

/* ---- files in memory ---- */

/* The path of a file with these bytes. */
static const char *file_of(const uint8_t *bytes, size_t n)
{
    static int fd = -1;
    static char path[40];
    if (fd < 0) {
        fd = memfd_create("input", MFD_CLOEXEC);
        need(fd >= 0, "no file in memory");
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    }
    need(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, n, 0) == (ssize_t)n,
         "cannot write to a file in memory");
    return path;
}

/* ---- data ---- */

/* A copy with nothing behind it but the NUL that readers may count on. */
static MfBytes copy_of(const uint8_t *bytes, size_t n)
{
    MfBytes file = {malloc(n + 1), n};
    need(file.at != NULL, "no memory");
    if (n > 0)
        memcpy(file.at, bytes, n);
    file.at[n] = 0;
    return file;
}

/* Reads an array to its end, and fills inputs of each dtype with it. */
static void use_array(MfArray *a)
{
    const MfMap as_is = {.mul = 1};
    MfPort port = {.name = "x", .rank = a->rank, .limit = 9};
    size_t n = a->rows * a->row;
    double v[256], sum = 0;
    for (size_t i = 0, part; i < n; i += part) {
        part = n - i < 256 ? n - i : 256;
        mf_array_load(a, i, part, v);
        sum += v[part - 1];
    }
    need(sum == sum || sum != sum, "no sum");
    bool fits = n < 10000 && a->row < 10000; /* more shows no more */
    for (int i = 0; i < a->rank; i++) {
        fits = fits && a->dim[i] <= INT_MAX && (i == 0 || a->dim[i] > 0);
        port.dim[i] = fits ? (int)a->dim[i] : 0;
    }
    for (int dtype = 0; fits && dtype < 4; dtype++) {
        port.dtype = (MfDtype)dtype;
        void *to = malloc(n * mf_dtype_bytes(port.dtype) + 1);
        need(to != NULL, "no memory");
        if (mf_array_takes(a, &port) == 0 && mf_array_check(a, &port) == 0)
            mf_array_fill(a, &port, &as_is, to);
        free(to);
    }
    mf_array_free(a);
}

static void read_npy(const uint8_t *bytes, size_t n)
{
    MfBytes file = copy_of(bytes, n);
    MfArray a;
    if (mf_npy_parse("input", &file, &a) == 0)
        use_array(&a);
}

static void read_idx(const uint8_t *bytes, size_t n)
{
    MfBytes file = copy_of(bytes, n);
    MfArray a;
    if (mf_idx_parse("input", &file, &a) == 0)
        use_array(&a);
}

/* The first byte says how the table is read. */
static void read_csv(const uint8_t *bytes, size_t n)
{
    static const char *const columns[] = {NULL,  "1",   "-1",  "2:",
                                          "a:b", "b,1", "a b", ":-2,a"};
    if (n == 0)
        return;
    int dtype = bytes[0] / 3 % 4;
    MfCsvHeader header = (MfCsvHeader)(bytes[0] % 3 - 1);
    MfPort port = {.name = "x", .dtype = (MfDtype)dtype, .rank = 2, .dim = {1, 1}};
    port.limit = bytes[0] / 12 % 2 != 0 ? 9 : 0;
    MfBytes file = copy_of(bytes + 1, n - 1);
    MfCsv csv;
    MfArray a;
    int width, *position;
    if (mf_csv_open(&csv, "input", &file, header) != 0)
        return;
    if (mf_csv_columns(&csv, "x", columns[bytes[0] / 24 % 8], &width, &position) == 0) {
        MfClasses *classes = calloc((size_t)width, sizeof *classes);
        if (mf_csv_read(&csv, &port, width, position, MF_NAMES_LEARN, classes, &a) == 0)
            use_array(&a);
        mf_classes_free(width, classes);
    }
    free(position);
    mf_csv_close(&csv);
}

static void read_tensor(const MfTensorFile *f, const MfStored *t)
{
    int dim[MF_MAX_RANK] = {0};
    MfPlace place = {.name = t->name, .rank = t->rank, .dim = dim};
    for (int i = 0; i < t->rank; i++) {
        if (t->dim[i] > INT_MAX)
            return;
        dim[i] = (int)t->dim[i];
    }
    for (int dtype = 0; dtype < 4; dtype++) {
        place.dtype = (MfDtype)dtype;
        if (mf_tensors_match(f, &place) != 0)
            continue;
        place.data = malloc(mf_place_count(&place) * mf_dtype_size(place.dtype) + 1);
        need(place.data != NULL, "no memory");
        mf_tensors_read(f, &place);
        free(place.data);
    }
}

static void read_safetensors(const uint8_t *bytes, size_t n)
{
    static TinyProgram program;
    static Tiny net;
    const char *path = file_of(bytes, n);
    MfTensorFile f;
    MfFit fit;
    if (mf_tensors_open(&f, path) == 0) {
        for (int i = 0; i < f.n_tensors; i++)
            read_tensor(&f, &f.tensor[i]);
        for (int i = 0; i < f.n_pairs; i++)
            if (mf_fit_parse(f.pair[i].value, &fit) == 0)
                mf_fit_free(&fit);
        tiny_make(&program, TINY_PLAIN);
        if (mf_params_load(&program.model, &net, path, &fit) == 0)
            mf_fit_free(&fit);
    }
    mf_tensors_close(&f);
}

/* ---- scripts and graphs ---- */

/* A script that is right becomes C. */
static void compile_script(Arena *arena, const uint8_t *bytes, size_t n)
{
    ScriptOptions script = {.instructions = 300000}; /* an endless loop ends soon */
    Pipeline pipeline = {.arena = arena, .limit = -1, .to = stdout};
    EmitOptions emit = {.pipeline = &pipeline};
    Program *program = script_run(arena, file_of(bytes, n), &script);
    pipeline_run(&pipeline, program);
    need(emit_program(program, &emit).source[0] == '/', "no C");
}

static void read_script(const uint8_t *bytes, size_t n)
{
    compile(compile_script, bytes, n);
}

static void check_passes(Graph *g)
{
    int n;
    const Pass *pass = pipeline_passes(&n);
    for (int i = 0; i < n; i++)
        if (pass[i].run != NULL) {
            pass[i].run(g);
            graph_check(g, pass[i].name);
        }
}

static void parse_graph(Arena *arena, const uint8_t *bytes, size_t n)
{
    char *text = NEW_N(arena, char, n + 1);
    if (n > 0)
        memcpy(text, bytes, n);
    diagnostics_quiet(true); /* it takes longer than the reading */
    Graph *g = graph_parse(arena, text, "input");
    graph_check(g, "parsing");
    const char *dump = graph_dump(g);
    need(strcmp(graph_dump(graph_parse(arena, dump, "dump")), dump) == 0,
         "another graph comes back");
}

static void read_graph(const uint8_t *bytes, size_t n)
{
    compile(parse_graph, bytes, n);
}

static void draw_graph(Arena *arena, const uint8_t *bytes, size_t n)
{
    Graph *g = random_graph(arena, hash_bytes(0, bytes, n));
    graph_check(g, "generation");
    const char *dump = graph_dump(g);
    need(strcmp(graph_dump(graph_parse(arena, dump, "dump")), dump) == 0,
         "another graph comes back");
    check_passes(g);
}

static void read_random(const uint8_t *bytes, size_t n)
{
    compile(draw_graph, bytes, n);
}

/* ---- the table ---- */

static const struct {
    const char *name;
    void (*read)(const uint8_t *, size_t);
} target[] = {{"npy", read_npy},      {"idx", read_idx},
              {"csv", read_csv},      {"safetensors", read_safetensors},
              {"graph", read_graph},  {"random", read_random},
              {"script", read_script}};
static int chosen = -1;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static char buffer[1 << 16]; /* of messages, which nobody reads */
    const char *name = getenv("MFC_FUZZ");
    (void)argc;
    (void)argv;
    for (int i = 0; i < (int)(sizeof target / sizeof *target); i++)
        if (name != NULL && strcmp(name, target[i].name) == 0)
            chosen = i;
    need(chosen >= 0, "MFC_FUZZ wants the name of a target");
    setvbuf(stderr, buffer, _IOFBF, sizeof buffer);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    target[chosen].read(bytes, n);
    return 0;
}

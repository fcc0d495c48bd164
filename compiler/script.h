/*
 * script.h - what the files of the Lua binding share. A script runs in a Run:
 * one sandboxed Lua state, one graph, one binding of the named dims. Several
 * runs of one script make a Program (script.c).
 *
 *     script.c          runs and bindings; from runs to a Program
 *     script_state.c    the Lua state: caps, loading; script_error.c its errors
 *     script_globals.c  what a script finds there
 *     script_watch.c    processor time
 *     script_lib.c      the sandbox's standard library
 *     script_call.c     the way in: the user's line, names after locals
 *     script_value.c    tensors as Lua values; script_dim.c dims
 *     script_args.c     arguments: tensors, numbers, shapes, axes, names
 *     script_options.c  tables of options; script_names.c names that are not there
 *     script_leaf.c     inputs, dims; script_param.c parameters, script_const.c
 * constants script_scope.c    names, what is said of all that a function makes or does
 *     script_scalar.c   scalar functions and operators
 *     script_move.c     movement, script_parts.c parts, script_reduce.c reductions,
 *     script_product.c  products, script_index.c indexing and random draws
 *     script_grad.c     grad, jvp, hvp; script_outer.c the same inside a scan
 *     script_scan.c     scan
 *     script_rng.c      NumPy's generator
 *     script_spec.c     mf.program, mf.train, mf.func
 *     script_data.c     mf.data; script_data_check.c the same against the inputs
 *     script_entry.c    entry points: functions, initial values
 *     script_train.c    those of a training, and script_train_*.c
 *     script_reach.c    what some nodes need
 *
 * An error ends the call that the user made, which gives a tensor that is `wrong`, and
 * the script goes on, so that it can tell more than one (script_call.c). What was
 * begun is put back there; nothing else here unwinds.
 */
#ifndef MFC_SCRIPT_H
#define MFC_SCRIPT_H

#include "program.h"

#include <lauxlib.h>
#include <lua.h>

/* ---- limits ---- */

enum {
    MAX_SCRIPT_BYTES = 16 << 20,
    MAX_NODES = 500000, /* of all graphs of a run */
    MAX_PRINTED = 16 << 20,
    MAX_CONST = 1 << 24, /* elements of a constant made in the script */
    MAX_NAME = 200
};
#define MAX_BYTES ((size_t)272 << 20) /* of Lua's and ours, all runs together */
#define MAX_INSTRUCTIONS 100000000L
#define MAX_AFTER_ERROR 1000000L /* instructions after the first error */

/* ---- the values of a script ---- */

/* A tensor as Lua sees it: a node and, after `t:as "name"` of a node that has a
 * name already, the name that it goes out under. */
typedef struct Tensor {
    Node *node;
    const char *alias;
    bool wrong; /* it stands for what failed: nothing that follows from it is told */
    const char *held; /* the local that was last seen to hold it; NULL: none */
} Tensor;

/* A named dimension. */
typedef struct Dim {
    const char *name;
    int64_t value;
} Dim;

/* A tensor of the model, as this run made it. */
typedef struct Made {
    Param param;
    Node *node;
    Node *init;   /* the initial value, a node of this run's graph; NULL: `value` */
    double value; /* of every element */
    bool kept;    /* the script itself says of it that it is not trained */
} Made;

/* A running statistic: its new value, stored by every training step that reaches
 * `witness` (NULL: by every one). */
typedef struct Stat {
    Node *param, *value, *witness;
} Stat;

/* An i32 node that `result` uses as a number below `limit`. */
typedef struct IndexUse {
    Node *ids, *result;
    int64_t limit;
} IndexUse;

typedef struct Counter {
    const char *name;
    int n;
} Counter;

typedef struct Scope {
    const char *prefix; /* the whole one: "enc.", "enc.block." */
    bool frozen;        /* parameters are not trained unless they say so */
    bool inference;     /* layers do as in inference, in training too */
} Scope;

/* A scan body while it is traced. Operand k of the scan is arg.at[k], a node of
 * the outer graph, and slot.at[k] what stands for it in the body; operands that
 * turn up during the trace are captures, or sequences made for the body. */
typedef struct Slot {
    Node *outer, *inner;
    int number;    /* of the slot while tracing */
    bool sequence; /* cut along axis 0, else whole */
} Slot;

typedef struct Body {
    Graph *graph;
    int64_t turns;
    const char *turns_sym;
    int n_slots;
    ARRAY(Slot) slots;  /* sequences and captures that were added */
    ARRAY(Slot) fulls;  /* outer constants of one value: no operands, made again */
    struct Body *outer; /* NULL: the root graph is around it */
} Body;

typedef struct Script Script;

/* The text of a file that runs. */
typedef struct Reading {
    const char *file, *text;
} Reading;

typedef struct Run {
    Script *script;
    Arena *arena;
    lua_State *L;
    Graph *root, *graph; /* graph: where nodes go now, root or a scan's body */
    Body *body;          /* the innermost scan body that is being traced */
    Dtype real, drawn;   /* of floating values; of the script without widening */
    bool started;        /* tensors exist: too late for mf.dtype */

    ARRAY(Dim) binding; /* dims that have another value in this run */
    ARRAY(Dim) dims;
    ARRAY(Made) params;
    ARRAY(Node *) inputs;
    ARRAY(Stat) stats;
    ARRAY(IndexUse) index_uses;
    ARRAY(Scope) scopes; /* the innermost one is the last */
    ARRAY(Counter) counters;
    ARRAY(bool) named;   /* by root node id: the user named it, not a local */
    const char *updates; /* the state that counts a train's own updates, or NULL */
    const char *stream;  /* of random draws while an initial value is made */
    int stream_uses;

    Where where;               /* the user's line now */
    const char *op;            /* the public function that the user called */
    const char *source, *file; /* the last chunk's name and its interned path */
    int catching;              /* calls of the user's that an error would end */
    bool quiet;                /* in one whose errors only follow from others */
    int healed;                /* errors after which all went on as it should be */
    Node *wrong;               /* the last one, for the next */
    Where exhausted;           /* where memory, or work, was refused */
    bool worked_off;           /* it was work */
    bool starved;              /* the system had no more */
    size_t memory;             /* bytes that Lua holds */
    size_t printed;
    long instructions, after_error;
    long naming; /* work spent on naming after locals */
    int program; /* registry reference of the program's table */
    ARRAY(Reading) read;
} Run;

/* A binding of dims and the command line. */
struct Script {
    Arena *arena;
    const char *path, *folder; /* folder: "" or with a slash at the end */
    const char *text;
    size_t length;
    const ScriptOptions *options;
    ARRAY(Dim) defines; /* of the command line */
    ARRAY(Run *) runs;  /* runs.at[0] is the main one */
    Program *program;
};

static inline Run *run_of(lua_State *L)
{
    return *(Run **)lua_getextraspace(L);
}

/* ---- script_state.c ---- */

Run *run_new(Script *script, int n, const Dim *binding);
/* The dtype of floating values, by --dtype or the script. */
void run_set_real(Run *r, Dtype dtype);
void run_script(Run *r); /* leaves the program's table in r->program */
/* Bytes that the script holds, of Lua's and ours. */
size_t script_bytes(const Script *s);
/* Loads and runs a Lua file of the user: the stack gets what it returns. */
void run_file(Run *r, const char *path, const char *text, size_t n, int results);

/* ---- script_error.c ---- */

/* Pushes the handler of errors of Lua; and what became of a call under it, other than
 * LUA_OK: returns where an error of ours ended it. */
void run_push_handler(lua_State *L);
void run_check_status(Run *r, int status);
/* Calls f(L) with `data` as a light userdata under the error handler. */
void run_protected(Run *r, lua_CFunction f, void *data);
/* Errors at the user's line; `op` is put in front where the message wants it. */
_Noreturn void run_fail(Run *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A cap was reached: exit 4. */
_Noreturn void run_limit(Run *r, Where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* How many instructions a run may take. */
long run_most_instructions(const Run *r);

/* That of instructions was. */
_Noreturn void run_worked_off(Run *r, Where where);

/* ---- script_globals.c ---- */

void globals_open(lua_State *L);

/* ---- script_watch.c ---- */

void watch_start(void);
/* The first run was made: from now on the time of the script counts. */
void watch_prelude(Run *r);
void watch_stop(void);
void watch_run(Run *r); /* whose line the message names */

/* ---- script_lib.c ---- */

void lib_open(lua_State *L);                   /* the globals of a script */
const char *lib_tostring(lua_State *L, int i); /* pushes; never an address */
/* Pushes an array of the keys of the table at i, numbers rising, then strings. */
int lib_keys(lua_State *L, int i);

/* ---- script_call.c ---- */

typedef struct Api {
    const char *name;
    lua_CFunction fn;
    int most; /* arguments that it looks at; 0: it sees itself what is too much */
} Api;

enum { API_FUNCTION = 1, API_METHOD = 2, API_BOTH = 3 };

/* Pushes a closure that records the user's line and calls api->fn. */
void call_push(lua_State *L, const Api *api);
/* Registers n functions in the mf table and among the methods of tensors. */
void call_register(lua_State *L, int n, const Api *api, int how);
int call_public(lua_State *L); /* mf._public */
/* Another name of a function and method. */
void call_alias(lua_State *L, const char *name, const char *of);
void run_at(Run *r, Where where); /* the line that new nodes get */
/* The nearest frame of the user's, from `level` on; false if a frame of ours (the
 * prelude) is nearer, or there is none. */
bool call_user_frame(lua_State *L, int level, lua_Debug *ar);
Where call_where(Run *r, const lua_Debug *ar);
/* Called when a node gets the user's name: that of an activation says what its operand
 * is, too. */
void call_label_operand(Run *r, const Node *n);
/* For diagnostics_explained: from where the user called the function of this line. */
void call_note_callers(void *context, Where where);
/* For diagnostics_on_error: ends the user's call that is running in run `context`. */
void call_unwind(void *context);
/* The error value with which it does; false for Lua's own errors. */
bool call_unwinds(lua_State *L, int i);
/* A value for what failed. */
void push_wrong(lua_State *L);
/* What the rest of this call fails with is not told. */
void run_quiet(Run *r);
/* Tells an error after which the call goes on with a value of the type that it should
 * have had; false where it only follows from another, and is to fail quietly. */
bool run_heal(Run *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- script_value.c ---- */

extern const char script_tensor[], script_dim[]; /* names of metatables */

void value_open(lua_State *L); /* metatables */
void dim_open(lua_State *L);
/* The run, at the user's line: for metamethods, which have no trampoline. */
Run *run_here(lua_State *L);
void push_node(lua_State *L, Node *node);
Tensor *to_tensor(lua_State *L, int i); /* NULL if it is not one */
Dim *to_dim(lua_State *L, int i);
void push_dim(lua_State *L, int64_t value, const char *name);
Node *number_node(Run *r, Dtype dtype, double v);
/* A node of an outer graph, as an operand of the graph that is being made. */
Node *run_capture(Run *r, Node *node);
/* What to add where a value of this Lua type is no tensor: how to call a layer; or "".
 */
const char *layer_hint(const char *type);
const char *describe(lua_State *L, int i); /* "f32[B,10] h", "the string \"a\"" */
const char *describe_node(const Node *n);  /* "h f32[B,10]" */
/* h, sigmoid(x W1 + b1), a constant; "the WHICH operand" where that is too long. */
const char *label_operand(const Node *n, const char *which);
void note_made(const Node *n); /* queues "h is made here" for a leaf */

/* ---- script_declared.c ---- */

/* What became of a name that is not declared in this line: "line 9 declares it, which
 * must stand above"; NULL: nothing does. */
const char *declared_elsewhere(Run *r, Where where, const char *name);
/* The one that is spelled almost so: "did you mean h of line 3OTHERWISE?"; or NULL. */
const char *declared_near(Run *r, Where where, const char *name, const char *otherwise);
/* Warns of locals that a value follows without an =, which Lua takes for a statement,
 * and of those with more names than values, or fewer. */
void declared_warn(const char *file, const char *text);

/* ---- script_outer.c ---- */

/* graph_grad and graph_grad_many, which inside a body of a scan also go through what
 * lies outside. */
void run_grad(Run *r, Node *y, Node *seed, int n, Node *const *xs, Node **out);
void run_grad_many(Run *r, int n_ys, Node *const *ys, Node *const *seeds, int n,
                   Node *const *xs, Node **out);

/* ---- script_args.c ---- */

/* The node at argument i, brought into the current graph; fails with "op: what
 * must be a tensor". */
Node *check_node_arg(lua_State *L, int i, const char *what);
Node *check_subject(lua_State *L); /* at argument 1: "its operand" */
/* The same, a number (or boolean) becoming a constant of `dtype`. */
Node *check_operand(lua_State *L, int i, Dtype dtype);
/* A whole number (a whole float, a dim); fails naming `what`. */
int64_t check_whole(lua_State *L, int i, const char *what);
int64_t check_extent(lua_State *L, int i, const char *what, const char **sym);
double check_real(lua_State *L, int i, const char *what);
Shape check_shape(lua_State *L, int i);
/* An axis of x from 0; rank + `extra` positions count. */
int check_axis(lua_State *L, int i, const Node *x, int extra);
/* That x can have another axis. */
void check_room(Run *r, const Node *x);
/* One axis, a list of axes, or none (all): a bit mask. */
unsigned check_axes(lua_State *L, int i, const Node *x);
Dtype check_dtype(lua_State *L, int i);
const char *check_name(lua_State *L, int i, const char *what);
const char *check_name_text(Run *r, const char *text, size_t n, const char *what);

/* ---- script_form.c ---- */

/* Tensors as the script holds them: one, a list, a table by names, and such tables
 * within each other; n = 0 of an empty table or nil. */
typedef struct Form {
    int n;
    Node **at;
    const char **label; /* the nearest name; NULL in a list */
    const struct Place *root;
} Form;

/* The tensor at i, like check_node_arg. */
typedef Node *FormMember(lua_State *L, int i, const char *what);
Form read_form(lua_State *L, int i, const char *what, FormMember *member);
/* Pushes other tensors in the same form. */
void push_form(lua_State *L, const Form *form, Node *const *at);
/* In which way another form is not as it should be; NULL where it is. */
const char *form_difference(Arena *arena, const Form *want, const Form *is);

/* ---- script_options.c ---- */

/* A member of the table at i: pushes it and returns its type. */
int option(lua_State *L, int i, const char *name);
/* Its value, or `otherwise`. */
int64_t whole_option(lua_State *L, int i, const char *name, int64_t otherwise);
double real_option(lua_State *L, int i, const char *name, double otherwise);
/* Fails on keys of the table at i (nil: none) that are not among the n names;
 * `list`: whole numbers are fine too. */
void check_options(lua_State *L, int i, const char *what, int n,
                   const char *const *names, bool list);
int value_options(lua_State *L);                                 /* mf._options */
const char *list_names(Run *r, int n, const char *const *names); /* "x, y" */

/* ---- script_syntax.c ---- */

/* Fails with Lua's message on a text that is no Lua, and what was meant. */
_Noreturn void syntax_fail(Arena *arena, Where where, const char *message,
                           const char *text);

/* ---- script_names.c ---- */

/* The nearest string key of the table at i, or NULL. */
const char *nearest_key(lua_State *L, int i, const char *name);
/* The function of mf or of a part of it that is called so: "mf.nn.Linear", or NULL. Who
 * looks into a part for initialisers, optimisers or data (`prefix`: "mf.optim.") means
 * none of the others. */
const char *names_elsewhere(lua_State *L, const char *prefix, const char *key);
/* What is meant by a key that the table at i, called `prefix` ("mf.nn.", ""), does not
 * have: ": did you mean mf.relu?", ": use 2 ^ x", or NULL. */
const char *names_meant(lua_State *L, int i, const char *prefix, const char *key);
/* Gives the table on top, called `name`, a metatable that tells of unknown members. */
void names_strict(lua_State *L, const char *name);

/* ---- the groups of functions, each opened once into the mf table ---- */

void scope_open(lua_State *L);
void leaf_open(lua_State *L);
void param_open(lua_State *L);
void const_open(lua_State *L);
void scalar_open(lua_State *L);
void move_open(lua_State *L);
void parts_open(lua_State *L);
void reduce_open(lua_State *L);
void product_open(lua_State *L);
void index_open(lua_State *L);
void grad_open(lua_State *L);
void scan_open(lua_State *L);
void rng_open(lua_State *L);
void spec_open(lua_State *L);
void data_open(lua_State *L);

/* ---- shared by the groups ---- */

Node *scalar_binary(Run *r, Op op, Node *a, Node *b);        /* with broadcasting */
bool shape_join(const Shape *a, const Shape *b, Shape *out); /* NumPy's rule */
/* Why axis i of a and axis j of b, or two shapes from their last axes on, do not go
 * together though their numbers agree: " (a named dim goes ...)", else "". */
const char *dim_hint(Run *r, const Shape *a, int i, const Shape *b, int j);
const char *shapes_hint(Run *r, const Shape *a, const Shape *b);
Node *move_reshape_like(Node *a, Shape shape);
Made *param_find(Run *r, const char *name);
/* A tensor of the model; where one of that name is there already: an error. */
Made *param_new(Run *r, const char *name, Dtype dtype, Shape shape, MfRole role);
/* The name at i with the scope in front. */
const char *scope_path(lua_State *L, int i, const char *what);
const char *scope_number(Run *r, const char *kind); /* "enc.linear1" */
bool scope_trains(const Run *r);
bool scope_infers(const Run *r);
/* A nested Lua table, number or boolean as a constant. */
Node *const_node(lua_State *L, int i, int dtype);

/* ---- specs and entries ---- */

extern const char script_train[], script_func[], script_program[], script_data[];

/* The entry `init`, first of all; sorts the parameters. */
void entry_init(Program *p, Run *main);
/* The function of this name, as run r made it. */
int entry_func(Program *p, Run *r, const char *name);
/* The entries of a train ("": the only one) from run r, and eval_one from `one`
 * (NULL: none); `batch` as entry_batch gives it (NULL: none). */
void entry_train(Program *p, Run *r, Run *one, const char *name, const Dim *batch);
/* The tensors that run r made: new ones are added, known ones must agree. */
void entry_merge_params(Program *p, Run *r);
/* The named dim that is the batch of a train, and its value; false: none is. */
bool entry_batch(Run *r, const char *train, Dim *batch);
/* Pushes the options of the program's function or train of this name ("": the only
 * one) and makes its line the current one. */
Where entry_push(lua_State *L, const char *group, const char *name);
void data_fill(Program *p, Run *r);     /* what mf.program got as data */
const char *binding_text(const Run *r); /* "B = 1, T = 8" */
/* Whether the command line gives this dim a value. */
bool run_defines(const Run *r, const char *dim);

#endif

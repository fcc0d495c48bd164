/*
 * loop.h - the second intermediate form: small loop programs over arrays.
 *
 *     graph ──fuse, lower──▶ kernels ──schedule, plan──▶ routine ──print──▶ C
 *
 * A kernel is a function over true multi-dimensional arrays; a routine is the
 * list of kernel calls of one entry point. Indices are affine by construction
 * and never flattened: one for each dimension of the array.
 */
#ifndef MFC_LOOP_H
#define MFC_LOOP_H

#include "program.h"

/* ---- arrays ---- */

typedef enum BufferKind {
    B_INPUT,  /* an argument of the entry */
    B_OUTPUT, /* a result array of the entry */
    B_PARAM,  /* a tensor of the model's struct */
    B_CONST,  /* data of the script */
    B_WORK,   /* work memory of the entry, placed by the plan */
    B_LOCAL,  /* inside a kernel: accumulators */
    B_COUNTER /* scalars: the model's seed and step, the number of a stream, an index */
} BufferKind;

typedef struct Buffer Buffer;
typedef struct Var Var;

struct Buffer {
    BufferKind kind;
    const char *name;
    Dtype dtype;
    Shape shape;
    /* The array whose memory this one is, seen with other extents (reshape),
     * or only slice `turn` of its first axis (inside a scan); else NULL. */
    Buffer *base;
    Var *turn;
    bool from_end;      /* the slice counts from the last one down */
    bool band;          /* the slice is some rows, of as many turns (bands.c) */
    bool flat;          /* a kernel sees it with an axis less (loop_flat.c) */
    const double *data; /* B_CONST */
    uint64_t stream;    /* B_COUNTER: of a stream; 0: seed or step */
    Var *counter;       /* B_COUNTER: an int, `number`, that indices know as this */
    int64_t number;     /* B_COUNTER: what that is */
    bool reused;        /* B_WORK: turns of its one kernel write it over and over */
    bool far;        /* comes from beyond the cache, though a band is small (bands.c) */
    bool own;        /* B_WORK: of a thread that does bands; each has one (bands.c) */
    bool fused;      /* scratch of the printer: what is in it ends in an fma */
    int first, last; /* B_WORK: the first and the last call that touches it */
    int64_t offset;  /* B_WORK: bytes from the start of the entry's work memory */
    int64_t each;    /* B_WORK: terms of a row, along axis 1 of strips (bands.c) */
    Buffer *kin;     /* B_WORK: an older one of its kin (roll.c), or NULL */
    /* For readers (layout.c): whose elements it holds, maybe some rows of them; the
     * array that this one is a copy of in strips, or the local one whose sums it keeps;
     * the local one of a kernel that took its place. Or NULL. */
    const Node *node;
    const Buffer *source, *within;
    int id; /* order of creation, for stable output */
};

Buffer *buffer_base(Buffer *b); /* the array that owns the memory */
int64_t buffer_bytes(const Buffer *b);
int64_t align_up(int64_t n, int64_t to); /* the next multiple of `to` */

/* Work arrays of so many bytes begin with a line of the cache where the net does. */
enum { LONG_BYTES = 1024, LINE_BYTES = 64 };

/* ---- indices ---- */

/* A loop counter, or the name of a value (let). */
struct Var {
    const char *name; /* what it is meant to be called, and in print is */
    const char *word; /* scratch of the printer: what it is meant to be called */
    int64_t
        extent;  /* counter: 0 <= v < extent; let of an index: below it; 0: a value */
    Dtype dtype; /* of a value */
    int id;
    bool loose; /* let of an index: below extent only where a condition holds */
};

enum { MAX_TERMS = 12 };

/* (base + sum of coef * var) / div, where div divides evenly whenever the
 * element is used. */
typedef struct Index {
    int64_t base;
    int64_t div;
    int n;
    struct {
        Var *var;
        int64_t coef;
    } term[MAX_TERMS];
} Index;

Index index_num(int64_t value);
Index index_var(Var *v);
Index index_scale(Index a, int64_t k);
Index index_add(Index a, Index b);
bool index_same(const Index *a, const Index *b);
bool index_has(const Index *a, const Var *v);
/* What the counter is multiplied with, before any division; 0: it is not in it. */
int64_t index_coef(const Index *a, const Var *v);
bool index_is(const Index *a, const Var *v); /* nothing but the counter */
void index_range(const Index *a, int64_t *lo, int64_t *hi); /* before division */
/* Is that its range only where the condition of a pad or a window holds? */
bool index_is_loose(const Index *a);

/* ---- expressions ---- */

typedef enum ExprKind {
    X_NUM,    /* a number */
    X_VAR,    /* a named value */
    X_INDEX,  /* an index as a number, i32 */
    X_LOAD,   /* an element of an array */
    X_OP,     /* a scalar operator, or cast */
    X_INSIDE, /* lo <= index < hi and, if it has a divisor, even: a bool */
    X_RANDOM  /* the uniform number of an element of a stream */
} ExprKind;

typedef struct Expr Expr;
struct Expr {
    ExprKind kind;
    Dtype dtype;
    Op op;
    double num;
    Var *var;
    Buffer *buffer;   /* X_LOAD; X_RANDOM: the counter `step` */
    Buffer *buffer2;  /* X_RANDOM: the counter `seed` */
    Index *index;     /* X_LOAD: one a dimension; X_INDEX, X_INSIDE, X_RANDOM: one */
    int64_t extent;   /* X_INSIDE: 0 <= index < extent */
    Buffer *stream;   /* X_RANDOM: the number of the stream */
    const char *hint; /* the user's name for the value, or NULL */
    const char *word; /* or what it is called if it needs a name, or NULL */
    int n;
    Expr *arg[3];
    int refs;  /* scratch of the sharing pass */
    Var *name; /* scratch: the let that holds it */
};

/* ---- statements ---- */

typedef struct Stmt Stmt;
typedef ARRAY(Stmt *) Block;

typedef enum StmtKind {
    S_FOR,   /* for var: body */
    S_LET,   /* const var = value */
    S_LOCAL, /* a local array or scalar, filled with `value` if any */
    S_ACC,   /* buffer[index] = op(value, value2, buffer[index]) */
    S_STORE, /* buffer[index] = value */
    S_FILL,  /* a local row: the random numbers from `value` on */
    S_TILE,  /* the runtime's product of a tile, into a local array */
    S_AHEAD  /* asks the cache for what this turn of loop `var` or the next one needs */
} StmtKind;

typedef enum AccKind {
    ACC_ADD,  /* += value */
    ACC_FMA,  /* += value * value2, rounded once */
    ACC_MUL,  /* *= value */
    ACC_MAX,  /* the larger, NaN wins */
    ACC_FIRST /* the larger; buffer2[index] = value2, the place of the first largest */
} AccKind;

/* The operands of mf_product (mf_tile.h): extents and steps, in elements, of the
 * rows (of a), the columns (of b) and the terms (of both), outermost first. */
typedef struct Tile {
    Expr *a, *b; /* loads of the first elements */
    int rows, columns, terms;
    bool turned; /* the result has a row for every column */
    bool blas;   /* by OpenBLAS: the operands are matrices, and nothing is turned */
    bool more;   /* it is added to what the result holds */
    int64_t row_extent[MAX_RANK], row_step[MAX_RANK];
    int64_t
        together; /* so many rows of the last axis are neighbours; 0: it has steps */
    int64_t column_extent[MAX_RANK], column_step[MAX_RANK];
    int64_t term_extent[MAX_RANK], term_a[MAX_RANK], term_b[MAX_RANK];
} Tile;

/* The counters of a tile's rows in memory, one more of those in strips; how many. */
int tile_rows(const Tile *t, int64_t *extent, int64_t *step);
/* Widens the range by what rows, or the columns of the second operand, and the terms
 * from that one on reach around an element. */
void tile_reach(const Tile *t, bool second, int from, int64_t *lo, int64_t *hi);

/* A part of so many bytes that lie as many on from where the buffer is at the index; or
 * so many of each unit of a turn, as far from each other, which are to be written. */
typedef struct Ahead {
    int64_t far, bytes, parts;
    Expr *part; /* which of them: an index; NULL: what units write */
} Ahead;

/* So many units for each thread are enough. */
enum { EACH_FROM = 16 };

/* Counters of nested loops, the inner one alone in the outer one. */
typedef struct Units {
    const Var *at[2];
    int n;
    bool each; /* a thread does the same ones in each turn, where there are enough */
} Units;

struct Stmt {
    StmtKind kind;
    Var *var;
    Block body;
    Buffer *buffer, *buffer2;
    Index *index;
    AccKind acc;
    Expr *value, *value2;
    Tile *tile;
    Ahead *ahead;
    bool lanes; /* S_LET: the sum of 16 lanes of `buffer`, as a tree */
    /* S_FOR over 16 lanes: from this one on they change nothing; 0: all do. */
    int64_t least;
    /* S_FOR: the turns before this one are those of the loop before it. */
    int64_t from;
    /* Of a divided kernel (threads.c): how many loops, from this one inwards, the
     * threads divide as one, with the units of a turn that one or two counters go over
     * (units.c); or that the first thread does it alone. */
    int divided;
    Units units;
    bool alone;
};

/* A formula of a kernel, for the comment above it: the node that it writes to `to`. */
typedef struct Formula {
    const Node *node;
    const Buffer *to;
    bool copy;             /* of a node that lives in memory */
    Buffer *const *buffer; /* by node: where it lives */
    bool *stop;            /* by node: it lives in memory */
} Formula;

typedef struct Kernel {
    const char *name;
    const char *id;         /* its identifier in the file */
    ARRAY(Buffer *) params; /* in order of first use, the written ones last */
    ARRAY(bool) written;
    Block body;
    const char *formula; /* one line, for reports */
    const char *text;    /* what formulas do not say, or NULL */
    ARRAY(Formula) formulas;
    Where where;
    double flops, bytes; /* of one call */
    int number;          /* in the file */
    struct Kernel *same; /* the equal kernel that is printed, maybe itself */
    bool divided;        /* all threads call it, */
    bool anyone;         /* or any one of them does, else the first one */
    bool apart;          /* has a stack frame of its own in any case */
    bool planned;        /* who calls it makes the plans of its tiles (tile_once.c) */
    struct Parts *parts; /* scratch of threads.c */
} Kernel;

/* One thing a routine does: call a kernel, or run a routine many times. */
typedef struct Call Call;
typedef ARRAY(Call *) Calls;
struct Call {
    Kernel *kernel;                /* NULL: a loop */
    Var *turn;                     /* loop: its counter */
    Calls body;                    /* loop */
    int64_t band;                  /* loop: rows of a turn (bands.c), or 0 */
    Node *node;                    /* what it computes, for reports */
    ARRAY(Buffer *) reads, writes; /* owners of memory, for schedule and plan */
    /* A copy of `value` over `replaces`, whose old value others read; the plan
     * drops it where the kernel of `value` can write over the old one. */
    Buffer *replaces, *value;
    Buffer *updates;   /* the old value that the kernel itself writes over */
    bool reverse;      /* loop: of a scan that runs back */
    int at;            /* its place in the order of all calls, set by the schedule */
    const char **text; /* scratch of the printer: its arguments */
    bool wait;         /* the threads wait for each other before it */
    bool shared;       /* loop: threads take turns at its bands (bands.c); */
    int adds;          /* in such a loop: it adds to sums, which it does in the order of
                        * the bands, with its neighbours of this number; or 0 */
    struct Parts *parts; /* of such a loop: scratch of threads.c */
    bool late;           /* it had better stand beside others that one thread does */
};

/* A lowered entry point. */
typedef struct Routine {
    const Entry *entry;
    Graph *graph;
    Calls calls;             /* in order */
    ARRAY(Buffer *) buffers; /* inputs, outputs, consts, work, in order of creation */
    ARRAY(Buffer *) inputs, outputs; /* in the order of the signature */
    ARRAY(Buffer *) work;            /* those with a place of their own, by offset */
    ARRAY(Stmt *) plans;             /* tiles whose plans its kernels are given */
    ARRAY(Buffer *) own;             /* the same of what each thread has */
    int64_t own_bytes;               /* of one thread, */
    int slots;                       /* and how many may have that */
    int adds;                        /* the largest of its calls */
    int n_calls;                     /* numbers given by the schedule */
    int64_t work_bytes, unshared_bytes, live_bytes; /* planned; sum; largest live sum */
    int64_t type_bytes[DTYPES], work_end; /* planned, of each type; where all end */
    int64_t stack_bytes;                  /* that its kernels take at most */
    int kernels;
    int threads; /* more do not pay; 0: one thread does it all */
    bool meets;  /* they wait for each other somewhere */
} Routine;

/* ---- kernels, and the places that their statements touch (loop_visit.c) ---- */

/* The calls of kernels in their order, those within loops too. */
Calls kernel_calls(Arena *arena, const Calls *calls);

/* A place that a statement touches. */
typedef struct Touch {
    Buffer *buffer;     /* NULL: an index as a number, or a value by its name */
    const Index *index; /* NULL: all of the buffer */
    int n;
    bool written, added; /* added: by an S_ACC into one array */
    const Tile *tile;    /* an operand of a product, */
    bool second;         /* the one that gives the columns */
    const Var *var;
} Touch;

typedef void Visit(void *context, const Touch *p);
/* Shows all places of the statement and what is in it. */
void stmt_visit(const Stmt *s, Visit *visit, void *context);
/* Lets all indices of the block be changed: those of an array, as many as its rank, or
 * one that is a number, where the array is NULL. */
typedef void ChangeIndex(void *context, const Buffer *b, Index *index);
void block_change(const Block *block, ChangeIndex *change, void *context);
/* Does it depend on the variable: an index by it, or its value? */
bool touch_uses(const Touch *p, const Var *v);
bool block_uses(const Block *block, int from, const Var *v); /* from a statement on */

/* Makes a parameter of the array, unless it is one; `written`: it writes it, too. */
void kernel_add_param(Arena *arena, Kernel *k, Buffer *b, bool written);
/* A visit that makes parameters of the arrays that are touched. */
typedef struct Params {
    Arena *arena;
    Kernel *kernel;
} Params;
void note_param(void *params, const Touch *p);

/* ---- bodies of loops (loop_body.c) ---- */

/* What a block does to an array, beside a counter. */
typedef struct Touches {
    const Buffer *buffer;
    const Var *counter;
    int n, writes;   /* places that touch it, that write it */
    unsigned at;     /* bit d: axis d is exactly the counter in all of them */
    bool other_view; /* the memory is touched by another array too */
    int axis;        /* the first place moves along this axis with the counter, */
    int64_t step;    /* by so much; 0: it does not */
} Touches;
Touches find_touches(const Buffer *b, const Block *block, const Var *counter);
bool block_has_tile(const Block *block);
/* Does the tile stay within a place of its operand's first axes, up to this one? */
bool tile_stays(const Tile *t, bool second, int axis);
/* Is the local array declared in it? */
bool block_declares(const Block *block, const Buffer *b);
/* Is the element of the next turn the next one in memory, or the same one? */
bool moves_along(const Buffer *b, const Index *index, const Var *v);
/* How long a row of a local array becomes (loop_pad.c), at least as long as it is. */
int64_t padded_row(Dtype dtype, int64_t extent);
/* Puts a statement before the one at place `at`. */
void block_insert(Arena *arena, Block *block, int at, Stmt *s);
void block_remove(Block *block, int at);
/* How many functions the expression calls. */
int expr_functions(const Expr *x);
/* The statement anew, with what is in it; its arrays and counters are the same. */
Stmt *stmt_copy(Arena *arena, const Stmt *s);
/* Writes `to` wherever the block's indices have the counter. */
void block_rename(Block *block, const Var *from, const Index *to);
/* Appends the body of the loop as it is where the counter is `at` (loop_parity.c). */
void block_add_turn(Arena *arena, Block *to, const Stmt *loop, Index at);
/* Takes away the lets that nothing uses. */
void block_drop_lets(Block *block);
/* Reads and writes another array of the same shape. */
void block_replace(Block *block, const Buffer *from, Buffer *to);
/* An array with a place for each of so many turns. */
Buffer *buffer_widened(Arena *arena, const Buffer *b, int64_t turns, int id);
/* Element [v][...] of another array instead of element [...]. */
void block_widen(Arena *arena, Block *block, const Buffer *from, Buffer *to, Var *v);

/* A tile as BLAS sees it: [m,n] = [m,k] [k,n]; in memory an operand has lines so many
 * elements apart, and is turned if these are its columns. */
typedef struct Matrices {
    int64_t m, n, k, step_a, step_b;
    bool turned_a, turned_b;
} Matrices;
bool tile_matrices(const Tile *t, Matrices *x); /* false: it is something else */
bool kernel_calls_blas(const Kernel *k);

/* What the runtime's tile takes of the stack, the arrays of a kernel and of what it
 * calls, and what is left of a limit where arrays have taken so much. (stack.c) */
int64_t tile_stack_bytes(Dtype dtype, bool turned);
int64_t kernel_array_bytes(const Kernel *k);
int64_t stack_room(int64_t stack, int64_t taken);
/* The most of all kernels, with the plans that they are given; fails with exit 4 if it
 * is more than `stack`. Marks those that must stay apart for it. */
int64_t stack_measure(Arena *arena, int64_t stack, const Routine *r);

/* Which kernels are given the plans of their tiles, and these. (tile_once.c) */
void tile_once(Arena *arena, Routine *r);

/* ---- the back end, in order ---- */

typedef enum Place { P_INLINE, P_MEMORY, P_ALIAS } Place;

typedef struct BackOptions {
    bool no_fuse;           /* every node lives in memory */
    bool no_inplace;        /* a result never takes the place of an operand */
    bool no_merge;          /* neighbouring kernels stay apart */
    bool no_band;           /* each kernel goes over all rows at once */
    bool no_block;          /* rows are done one after another */
    bool no_pad;            /* local rows are as long as they need be */
    bool no_ahead;          /* nothing is asked for before it is needed */
    bool no_tiles;          /* no product goes through the runtime's tile */
    bool blas;              /* large products of matrices go through OpenBLAS */
    bool threads;           /* there is work for several threads */
    int64_t stack;          /* bytes of it that a kernel may take; 0: no limit */
    int64_t uncached;       /* elements of an array that no cache holds, at least */
    int64_t band;           /* rows of a band, wherever it can be; 0: where it pays */
    bool naive_plan;        /* every buffer has its own memory */
    uint64_t schedule_seed; /* another valid order; 0: shortest lifetimes first */
} BackOptions;

/* Which nodes live in memory, by id (pass_fuse.c). */
typedef struct Fusion {
    Place *place;
    bool *epilogue;    /* scalar node that is evaluated where its root is stored */
    const Node **home; /* the pad in whose array the node's elements are, or NULL */
    int *uses;
} Fusion;
Fusion pass_fuse(Arena *arena, const Graph *g, const BackOptions *o);
bool is_pointwise(const Node *n); /* scalar operators, cast, stop */
/* With threads, a large sum of everything is a kernel of its own: it cannot be divided,
 * but several of them can be done at once. */
bool stands_alone(const Node *n, const BackOptions *o);
bool reshape_is_affine(const Node *n); /* its axes are parts of the operand's */
bool pad_is_plain(const Node *n); /* a pad that only puts elements around the operand */

/* Lowers a graph that has been through the passes. Model tensors get one
 * buffer for the whole program, from `params`. */
typedef struct ParamBuffers {
    Arena *arena;
    const Program *program;
    Buffer **param; /* by number in program->params */
    Buffer *seed, *step;
    int n_buffers;
} ParamBuffers;
ParamBuffers *param_buffers(Program *p);
Routine *lower_entry(Arena *arena, const Entry *e, ParamBuffers *params,
                     const BackOptions *o);

/* Can the kernel write `new` over `old`, element by element? And then: make it. */
bool kernel_in_place(const Kernel *k, const Buffer *new, const Buffer *old);
void kernel_write_over(Kernel *k, Buffer *new, Buffer *old);

void schedule(Arena *arena, Routine *r, uint64_t seed);
void schedule_number(Routine *r); /* numbers the calls in their order */
void schedule_check(const Routine *r);
/* Makes one kernel of neighbours that go over the same rows (loop_merge.c). */
void loop_merge(Arena *arena, Routine *r, ParamBuffers *params, const BackOptions *o);
/* Kernels that go over the same rows do a band of them at a time (bands.c). */
void bands(Arena *arena, Routine *r, ParamBuffers *params, const BackOptions *o);

/* Keys that repeat themselves: `turns` times the same `period` keys from `first` on,
 * or from up to `slack` earlier. No turns: nothing repeats that is worth it. */
typedef struct Repeat {
    int first, period, turns, slack;
} Repeat;
Repeat find_repeat(const void *const *key, int from, int to);
/* Makes kin of the work arrays that repeated calls use in the same place; kernels that
 * are equal are known by `same`. */
void find_kin(Arena *arena, const Calls *calls);
Buffer *buffer_kin(Buffer *b); /* the eldest of its kin */

void plan(Arena *arena, Routine *r, const BackOptions *o);
void plan_check(const Routine *r);
/* Gives the work arrays their places, by their lifetimes (place.c). */
void place_work(Arena *arena, Routine *r, bool naive);
/* The routines share bytes: in all of them those of a type have the same place. */
void place_together(int n, Routine *const *routine);

/* Divides kernels among threads that take `least` nanoseconds or more, and opens a
 * region of threads where that pays; for 0, wherever it can (threads.c). */
void threads_divide(Arena *arena, Routine *r, double least);
/* Has products ask for the places of their results that other threads have touched, in
 * arrays that are worth it beside a second cache of so many bytes (threads_own.c). */
void threads_own(Arena *arena, Routine *r, int64_t cache);
/* Tries with some numbers of threads whether any two meet at the same place. */
void threads_check(const Routine *r);

/* Functions of all elements of short rows are one loop (loop_flat.c). */
void loop_flat(Arena *arena, Kernel *k, ParamBuffers *params);
/* A sum of a few neighbours is one expression, without lanes (loop_short.c). */
void loop_short(Arena *arena, Kernel *k);
/* Loops over short rows do a block of rows at a time, each part of the body for all of
 * them (loop_block.c). */
void loop_block(Arena *arena, Kernel *k, ParamBuffers *params, const BackOptions *o);
/* Long rows are summed as they are computed (loop_join.c). */
void loop_join(Arena *arena, Kernel *k);
/* Loops that read something in every second turn do two at a time (loop_parity.c). */
void loop_parity(Arena *arena, Kernel *k);
/* A few sums are made together with those of a short loop around (loop_chains.c). */
void loop_chains(Arena *arena, Kernel *k, ParamBuffers *params);
/* Does it pay for rows of so many sums, of so many turns and terms? */
bool chains_pay(int64_t row, int64_t turns, int64_t terms);
/* Reductions over neighbours read them in order (loop_window.c). */
void loop_window(Kernel *k);
/* What loops along short rows read again and again, and compute, passes through local
 * arrays (loop_near.c), so that their rows can become longer. */
void loop_near(Arena *arena, Kernel *k, ParamBuffers *params, const BackOptions *o);
/* Rows of local arrays become longer, to whole vectors (loop_pad.c). */
void loop_pad(Arena *arena, Kernel *k, ParamBuffers *params, const BackOptions *o);

/* A counter of an access: bytes from turn to turn, and turns. */
typedef struct Stride {
    int64_t step, extent;
} Stride;

/* By how many bytes the place moves with the counter. */
int64_t index_step(const Buffer *b, const Index *index, const Var *v);
/* The bytes from the first element to the last where they are one piece, else 0. There
 * may be gaps of a line and an eighth of it all: the borders of padded images. */
int64_t piece_bytes(int n, const Stride *axis, int64_t bytes);
/* Asks the second cache, of so many bytes, for what the next turn of a loop needs
 * (loop_ahead.c). */
void loop_ahead(Arena *arena, Kernel *k, int64_t cache);

/* Numbers in which indices of kernels that are otherwise equal differ become arguments
 * (loop_alike.c). */
void loop_alike(Arena *arena, int n, Routine *const *routine, ParamBuffers *params);

/* ---- words for kernels (title.c) ---- */

/* What the arrays that a kernel has, or makes for itself, are called in its text. */
typedef struct Called {
    const Buffer *buffer;
    const char *name;
} Called;
typedef ARRAY(Called) KernelNames;

typedef struct TitleLine {
    const char *text; /* "h = sigmoid(x W1 + b1)" */
    Where where;
} TitleLine;
typedef ARRAY(TitleLine) TitleLines;

typedef struct Titler {
    Arena *arena;
    const Graph *graph; /* of the last kernel */
    int *uses;          /* scratch, by node */
} Titler;
TitleLines kernel_title(Titler *t, const Kernel *k, const KernelNames *names);
/* Gives all kernels of the calls their formula, in the names of their arrays. */
void title_kernels(Titler *t, const Calls *calls);

/* Is MF_ROLLED printed before the loop? Then no other pragma may stand there. */
bool loop_stays_rolled(const Stmt *s);

/* Text of loops, for -d loops and goldens. */
char *loop_dump(Arena *arena, const Routine *r);

#endif

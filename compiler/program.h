/*
 * program.h - what a script returns: tensors that live in the model's struct,
 * entry points (each a graph of its own), the training and the data.
 */
#ifndef MFC_PROGRAM_H
#define MFC_PROGRAM_H

#include "../runtime/mfrt.h"
#include "graph.h"

#define MFC_VERSION "0.1" /* the one place that says it */

/* A tensor of the model: parameters in the order of the script, then running
 * statistics, optimiser state, settings. Graphs refer to it as OP_param. */
typedef struct Param {
    const char *name;
    Dtype dtype;
    Shape shape;
    MfRole role;
    bool trainable;
    Where where;
    const char *layer; /* the scope it belongs to, for reports; NULL: none */
} Param;

/* An argument of an entry point, in the order of the C signature. */
typedef struct Port {
    const char *name;
    Dtype dtype;
    Shape shape;
    int64_t limit;   /* an i32 input used as an index below it; 0: not */
    int64_t *limits; /* of each number of a row, where they differ; else NULL */
    Where where;
} Port;

typedef enum EntryKind {
    ENTRY_INIT, /* stores initial values into the tensors */
    ENTRY_STEP, /* loss and metrics out; stores */
    ENTRY_EVAL, /* loss and metrics out, inference */
    ENTRY_FUNC  /* of mf.func: outputs into arrays */
} EntryKind;

typedef struct Entry {
    const char *name; /* init, step, predict, step_d, eval, eval_one */
    EntryKind kind;
    Graph *graph;
    ARRAY(Port) inputs; /* outputs are the graph's outs that are not stores */
    Where where;
} Entry;

typedef struct Train {
    MfTrain spec; /* what the runtime is told; its ports and functions are left out */
    const char *name;
    int step, eval, eval_one, part, total; /* entries by number; -1: none */
    ARRAY(const char *) metrics;
    int sums;          /* values of eval after the metrics, which total takes */
    ARRAY(int) totals; /* the values that total gives: 0 the loss, 1 a metric ... */
    Where where;
} Train;

/* Where the script reads the shape of a tensor with named dims. */
typedef struct ShapeRead {
    Where where;
    unsigned named; /* bit i: axis i + 1 has a name */
} ShapeRead;

/* A local of the script that held a tensor, which was made at that line. */
typedef struct Held {
    const char *local;
    Where where;
} Held;

typedef struct Program {
    Arena *arena;
    const char *name;   /* boston */
    const char *script; /* boston.lua, without its folder */
    const char *path;   /* as given */
    Dtype real;         /* f32, or f64 by --dtype or mf.dtype */
    Dtype drawn;        /* the same, but of the program that was widened */
    ARRAY(Param) params;
    ARRAY(Entry) entries;
    ARRAY(Train) trains;
    MfData data;               /* kind MF_DATA_NONE: none */
    uint64_t hash;             /* of the script's graphs, before any pass */
    ARRAY(const char *) files; /* that the script required */
    ARRAY(ShapeRead) shapes;   /* one a line */
    ARRAY(Held) held;          /* once or more for each local */
} Program;

/* A function that sees a dim with another extent than the script gives it. */
typedef struct Rebind {
    const char *func, *dim; /* NULL: none */
    int64_t extent;
} Rebind;

/* What the command line says about a script. */
typedef struct ScriptOptions {
    const char *dtype;          /* "f32", "f64" or NULL */
    bool widen;                 /* f64 throughout, for the evaluator */
    ARRAY(const char *) define; /* "B=32" each, interned name = value */
    Rebind rebind;              /* then the script prints nothing */
    long instructions;          /* that it may run; 0: as a command allows */
} ScriptOptions;

/* Runs the script, again under every binding of its dims that a function or
 * train asks for, and collects its program. Fails as docs/language.md says. */
Program *script_run(Arena *arena, const char *path, const ScriptOptions *options);

Param *program_param(Program *p, const char *name); /* NULL when there is none */
/* Of what a checkpoint depends on, the tensors and the graphs as they are now: made
 * before the passes, it is the same for every way of compiling a program. */
uint64_t program_hash(const Program *p);

#endif

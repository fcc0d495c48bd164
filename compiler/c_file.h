/*
 * c_file.h - the state of one emission, shared by the files that print parts of
 * the generated file:
 *
 *     c_file.c     names, and the parts in their order
 *     c_struct.c   the memory of a network: tensors of the model, metrics
 *     c_work.c     and the work memory of each entry
 *     c_kernels.c  constant arrays and kernels
 *     c_title.c    the comments above these
 *     c_calls.c    the functions, which call the kernels
 *     c_roll.c     calls that repeat themselves, as loops
 *     c_phase.c    where the forward pass ends, and the backward pass begins
 *     c_tables.c   what the runtime is told about the model, and main
 *     c_source.c   and about the data
 *     c_probe.c    what the evaluator found, for the self-test
 *     c_legend.c   how to read the file
 *     c_runtime.c  the parts of the runtime in a stand-alone file
 */
#ifndef MFC_C_FILE_H
#define MFC_C_FILE_H

#include "c_print.h"
#include "emit.h"

#define MFC_VERSION "0.1"

typedef struct CFile {
    Arena *arena;
    Program *program;
    Routine **routine; /* by entry */
    ParamBuffers *params;
    const char *prefix;     /* boston */
    const char *macro;      /* BOSTON */
    const char *type;       /* Boston */
    const char **entry;     /* by entry: its identifier, without the prefix */
    const char **call;      /* by entry: the function that the runtime calls */
    const char **in, **out; /* by entry: the tables of its inputs and outputs */
    const char *init;       /* likewise for the initial values */
    const char **work_kind; /* by entry: "struct" or "union" of its work memory */
    const char **work_type; /* by entry: its tag, BostonStep */
    const char **work_name; /* by entry: its member */
    const char **own_type;  /* by entry: what a thread has of its own */
    const char **param;     /* by parameter: its member's identifier */
    const char **buffer;    /* by buffer: its identifier where it lives */
    Scope members, functions, locals;
    Scope types; /* names of the file that nothing may hide */
    ARRAY(Buffer *) consts;
    ARRAY(const char *) metric, metric_name;
    int64_t param_bytes, state_bytes, work_bytes, work_align, own_align;
    int64_t stack_bytes;
    int current;             /* the entry whose function is printed */
    unsigned *part, phase;   /* of it: scratch of c_phase.c */
    ARRAY(Kernel *) kernels; /* printed, by number from 1 */
    bool profile;
    const char *profile_member;
    const char *threads_member, *own_member;
    bool banded;              /* what is printed is done by one thread, for a band, */
    const char *band, *added; /* its number; the counters of bands that are added */
    const char *met;          /* the counter of threads that met */
    Plans plans;              /* that kernels of the current entry are given */
    bool standalone;
    bool rows; /* some kernel takes const rows */
    bool has_work;
    bool blas; /* some kernel calls OpenBLAS */
} CFile;

/* boston.lua:14; nothing where there is no line. */
const char *file_line(Arena *arena, Where where);
/* boston_step for "step". */
const char *file_fn(const CFile *f, const char *name);

/* Members of a struct, their comments in one column. */
typedef struct Member {
    const char *text, *comment;
} Member;
typedef ARRAY(Member) Members;
void c_add_member(CFile *f, Members *list, const char *text, const char *comment);
void c_print_members(Text *t, const Members *list);
const char *c_declare(CFile *f, const char *type, const char *name, const Shape *s);
/* The work memory of an entry; returns its bytes. */
int64_t c_work(CFile *f, Text *t, int entry);
/* What each thread has of its own for bands of rows, for all threads. */
int64_t c_own(CFile *f, Text *t, int entry);

/* The struct; its sizes as macros; what is asserted of them. */
void c_struct(CFile *f, Text *t);
void c_sizes(CFile *f, Text *t);
void c_asserts(CFile *f, Text *t);

/* Numbers the kernels, and names those that are printed: one of each text. */
void c_number_kernels(CFile *f);
void c_data(CFile *f, Text *t); /* constant arrays */
void c_kernels(CFile *f, Text *t);
void c_title(Text *t, Titler *titler, const Kernel *k, const KernelNames *names);
/* The one statement of a kernel that stores a number into a scalar, or NULL: such a
 * kernel is printed where it is called. */
const Stmt *c_constant(const Kernel *k);

bool c_is_const(const Buffer *b);             /* may nothing write it? */
const char **c_args(CFile *f, const Call *c); /* the texts of its arguments */
/* The calls from `from` to before `to`, whose arguments are known; and all of them,
 * in loops where they repeat themselves. */
void c_calls(CFile *f, Text *t, const Calls *calls, int from, int to);
void c_rolled_calls(CFile *f, Text *t, const Calls *calls);

/* The parts of the current entry; the comment before a call that begins one. */
void c_phases(CFile *f);
void c_phase(CFile *f, Text *t, const Call *c);

/* For the comment at the top: what is to be known about the text below. */
void c_legend(Text *t, const char *body);

void c_functions(CFile *f, Text *t);
void c_prototypes(CFile *f, Text *t);

/* The table of tensors; and what the trainer alone needs. */
void c_tensors(CFile *f, Text *t);
void c_tables(CFile *f, Text *t);
void c_main(CFile *f, Text *t);
/* ".name = value,", unless the value is 0. */
void c_field(Text *t, const char *name, long long value);
/* The table of the data, `source`, and those it needs. */
void c_source(CFile *f, Text *t);
/* The probes of the functions; returns how many. */
int c_probes(CFile *f, Text *t);

/* The inline parts of the runtime that the text `user` needs, and the types of mfrt.h;
 * then all that mf_main is made of. With `macro`, what the trainer needs besides goes
 * in too, unless macro_NO_MAIN is defined. */
void c_runtime(Text *t, const char *user, const char *macro);
void c_runtime_types(Text *t);
void c_runtime_trainer(Text *t);

#endif

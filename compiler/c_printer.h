/*
 * c_printer.h - the printing of one kernel, shared by the files that do it:
 *
 *     c_expr.c    expressions
 *     c_value.c   which values get a name
 *     c_align.c   which local arrays are told to be aligned
 *     c_print.c   statements and the function around them
 */
#ifndef MFC_C_PRINTER_H
#define MFC_C_PRINTER_H

#include "c_print.h"

/* A table of counters: rows, columns or terms. */
typedef struct Table {
    const char *word, *axes, *name;
} Table;

typedef struct Printer {
    Arena *arena;
    Text *text;
    Scope names;         /* of the function */
    const char **buffer; /* by parameter number */
    Kernel *kernel;
    bool plain;     /* nothing has a name of its own */
    int64_t around; /* turns of the loop around the statement; 0: there is none */
    KernelNames called;
    ARRAY(Expr *) read; /* what the statement has read ahead */
    ARRAY(const Buffer *) locals;
    ARRAY(const char *) local_names;
    Plans plans;         /* of all tiles */
    ARRAY(Table) tables; /* of their plans */
    Units units; /* of the turn around the statement, of which a thread does those */
    const char *share; /* in the share of this name (units.c) */
} Printer;

/* A part of an expression, and the C precedence of its outermost operator. */
typedef struct Piece {
    const char *text;
    int prec;
} Piece;

const char *c_name(Printer *p, const char *word);  /* a new one within the kernel */
const char *c_buffer(Printer *p, const Buffer *b); /* its name in the kernel */
const char *c_load(Printer *p, const Buffer *b, const Index *index); /* W[i][j] */
/* The suffix that functions have for this dtype. */
const char *c_suffix(Dtype d);
/* "seed, stream, step, element" */
const char *c_draw(Printer *p, const Expr *x);
Piece c_expr(Printer *p, const Expr *x);

/* to value; where `to` ends with = or +=: on two lines where one is too short, and on
 * more, which clang-format leaves alone, where two are. */
void c_assign(Text *t, const char *to, const char *value);
/* A line that gives the value this name. */
void c_let(Printer *p, Expr *x, const char *name);
/* The plans of all tiles in the block, each once (c_tile.c); or gives them the names of
 * parameters, and nothing is printed. */
void c_plans(Printer *p, const Block *block);
void c_given_plans(Printer *p, const Block *block);
/* The address of that of the first tile among the block's own statements, or NULL. */
const char *c_plan(const Printer *p, const Block *block);
/* The statement that makes a tile. */
void c_tile(Printer *p, const Stmt *s);
/* Does the value read memory only where an index is inside? */
bool reads_guarded(const Expr *x);
/* What stands before the declaration of the local array in the block, or "". */
const char *c_alignment(const Buffer *b, const Block *block);
/* The value's text, after the lets it needs; `used` columns of its line are taken. */
const char *c_value(Printer *p, Expr *x, size_t used);

/* ---- what is told of a loop (c_advice.c) ---- */

/* So many turns of a loop along a row fill whole vectors of 64 bytes, where a loop of
 * their own is worth it for the others: where 16 bytes or more are left behind the last
 * vector of 32, of which gcc 12 would make scalars (clang of all others). Or 0. */
int64_t turns_before_rest(const Stmt *loop, const Var *unit);
/* What gcc is told about the loop, which another goes around so many times; or NULL. */
const char *word_before(const Stmt *loop, const Var *unit, int64_t around);
/* Does each turn add something to the same 16 lanes? Of many turns gcc 12 would do two
 * at a time, and might keep the lanes in memory then. */
bool adds_to_lanes(const Stmt *loop);
/* Is each turn a short row, or several, in loops of their own? */
bool stores_rows(const Stmt *loop);

#endif

/*
 * band.h - kernels by bands of rows: what bands.c, which finds the calls, asks of
 * band_find.c, which looks how a kernel goes with the rows, and of band_kernel.c, which
 * takes it apart.
 */
#ifndef MFC_BAND_H
#define MFC_BAND_H

#include "loop.h"

/* How often the statement touches the memory of an array, and writes it. */
typedef struct Seen {
    const Buffer *buffer;
    int n, writes;
} Seen;
Seen stmt_sees(const Stmt *s, const Buffer *b);

/* How a statement of a kernel goes with the rows. */
typedef enum Share {
    SHARE_NONE, /* a local array: it goes where it is used */
    SHARE_ROWS, /* a loop over rows, each of which needs of the others nothing */
    SHARE_SUM,  /* tiles of products whose terms are the rows, or loops of sums */
    SHARE_REST, /* anything else: it is done when all rows are */
    SHARE_STORE /* stores sums and nothing else: they are made where it stores them */
} Share;

/* What a call does to the memory of an array. */
typedef enum Deed {
    READS_ROWS = 1, /* row by row, in the band */
    READS_WHOLE = 2,
    WRITES_ROWS = 4,
    REST_READS = 8, /* when all rows are done */
    REST_WRITES = 16
} Deed;

typedef struct Use {
    Buffer *home;
    unsigned deeds;
} Use;

/* A local array that the rows are added up in, and the work array in its place: maybe
 * the one that it is stored in, where `store` says. */
typedef struct Sum {
    Buffer *local, *sum;
    const Stmt *store; /* a store, or NULL */
    const Expr *start; /* NULL: zero, of a tile */
    bool turned;       /* the work array has its last two axes the other way round */
    int by;            /* the statement */
} Sum;

/* A call, seen as something done to so many rows. */
typedef struct Cut {
    Call *call;
    Kernel *kernel; /* the call's, or a copy whose loops of sums stand by themselves */
    int64_t rows;
    int64_t chunk; /* that a loop does at a time: a band is a multiple of it */
    Share *share;  /* by statement */
    bool *elastic; /* by statement: its turns may do fewer rows */
    bool has_rest;
    ARRAY(Sum) sums;
    ARRAY(Var *) turns; /* of loops over rows in loops of sums */
    ARRAY(Use) uses;
} Cut;

/* What makes kernels of parts of others. */
typedef struct Cutter {
    Arena *arena;
    Routine *routine;
    int *next_id;
    int64_t stack; /* that kernels may take; 0: as much as pays */
} Cutter;

/* Does the array have a row for each of so many? Strips may have them along axis 1. */
bool is_by_rows(const Buffer *b, int64_t rows);
/* The same kernel in which sums that are made in a loop, one after another, have a loop
 * of their own before what is made of them (band_spread.c). */
Kernel *spread_sums(const Cutter *c, Kernel *k, int64_t rows);
int64_t row_elements(const Buffer *b); /* from one row to the next */
/* The axis of the operand along which a tile takes `chunk` rows of so many elements;
 * -1: there is not one. */
int tile_rows_axis(const Tile *t, bool second, int64_t line, int64_t chunk);
/* Sees how the call goes with the rows; false: it does not. */
bool cut_find(const Cutter *c, Call *call, int64_t rows, Cut *cut);
/* Gives each sum its work array. */
void cut_sums(const Cutter *c, Cut *cut);
/* The call that sets the sums to what they start with; NULL: there are none. */
Call *cut_start(const Cutter *c, const Cut *cut);
/* The call that does a band of rows; its arrays are still those of all rows. */
Call *cut_band(const Cutter *c, const Cut *cut, int64_t band);
/* Leaves to the call what is to be done when all rows are, from the sums. */
void cut_rest(const Cutter *c, Cut *cut);
/* A loop touches what its calls touch. */
void loop_find_homes(const Cutter *c, Call *loop);
/* Writes `to` for an array that the call's kernel has. */
void call_replace(const Cutter *c, Call *call, const Buffer *from, Buffer *to);

#endif

/*
 * threads.h - the parts of kernels as threads divide them: what threads.c decides
 * with, and what the unit tests ask.
 */
#ifndef MFC_THREADS_H
#define MFC_THREADS_H

#include "loop.h"

/* Who does a part: the first thread; any one of them; every thread for itself, since
 * it makes only what is local to the kernel; or each thread its own turns of a loop. */
typedef enum Share { BY_FIRST, BY_ANY, BY_ALL, BY_TURNS } Share;

/* A place in memory that a part touches. */
typedef struct Access {
    Buffer *buffer, *home; /* home: owns the memory */
    const Index *index;    /* one for each axis; NULL: anywhere in it */
    bool write;
} Access;

/* A statement of a kernel's body, or (BY_FIRST, BY_ANY) all of it. */
typedef struct Part {
    Stmt *stmt; /* NULL: the call itself, or all of the kernel */
    Share share;
    /* BY_TURNS: how many nested loops are divided as one, and the counters of units in
     * each turn. */
    int loops, units;
    bool each; /* the same units in each turn, as in Units */
    const Var *counter[4];
    ARRAY(Access) access;
    double cost; /* nanoseconds on one thread, roughly */
} Part;

typedef struct Parts {
    Part *at;
    int n, cap;
} Parts;

/* Are these the same elements of the same array? (Within one turn of a scan.) */
bool same_view(const Buffer *a, const Buffer *b);
/* The place as an index for each axis, or NULL. The elements of a tile's operand are
 * spread: along the axes that it does not stay within, that is all of them. */
const Index *touch_index(Arena *arena, const Touch *p);
/* May a thread touch in q what another thread touches in p, one of them writing? */
bool parts_meet(const Part *p, const Part *q);
/* May another thread touch in q the place that p accesses? */
bool others_touch(const Part *p, const Access *a, const Part *q);
/* Do turns of the counter of this number touch places of the array that no other one
 * does? */
bool part_owns(const Part *p, int counter, const Access *of);
/* Nanoseconds on one thread, roughly. */
double stmt_cost(const Stmt *s);

/* The units of a turn of the part's loops, whose statements are these. (units.c) */
Units find_units(Arena *arena, const Part *p, const Block *turn);
/* The statements, where tiles that no loop is around are the one turn of a loop if they
 * have units. */
Block tiles_as_turns(Arena *arena, const Block *body);

#endif

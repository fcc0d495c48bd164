/*
 * tile.h - products that go through the runtime's tile: what lower_tile.c, which makes
 * statements of them, asks of tile_choose.c, which chooses the tiles.
 */
#ifndef MFC_TILE_H
#define MFC_TILE_H

#include "lower.h"

enum { STRIP = 32 }; /* elements of the strips that columns are kept in */

/* How far the operand's element moves with each axis of the root, and with each
 * summed letter, in elements. */
typedef struct Steps {
    Buffer *buffer;
    int64_t turns; /* of a loop, that all read the same of it; 0: of none */
    int64_t axis[MAX_RANK], sum[MAX_RANK];
} Steps;

typedef struct Product {
    const Node *node;
    int sums; /* summed letters of more than one turn */
    char letter[MAX_RANK];
    int64_t extent[MAX_RANK], terms;
    Steps operand[2];
} Product;

/* Some axes of the root, outermost first; each reaches over `chunk` elements. */
typedef struct Group {
    int n;
    int axis[MAX_RANK];
    int64_t chunk[MAX_RANK], size;
} Group;

typedef struct Tiling {
    int columns_of; /* the operand that gives the columns */
    Group rows, columns;
    bool turned; /* the last axis of the root is one of rows */
    bool blas;   /* OpenBLAS makes it */
    double cost;
} Tiling;

/* ---- lower_strips.c ---- */

/* Operand k, a strip behind the other: [strips][terms][columns], or rows, if it gives
 * those. */
Buffer *make_strips(Lower *l, const Product *p, const Tiling *t, int k);
/* Lets the tile at `base` take its columns, or rows, from there. */
void tile_by_strips(Lower *l, Tile *tile, const Product *p, const Tiling *t, int k,
                    Buffer *strips, const Index *base);

/* ---- lower_tile.c ---- */

/* The indices of operand k, by the letters of the product. */
void operand_index(const Node *n, int k, const Index *known, Index *index);
/* The operand's element as a plain load, or NULL if it is anything else. */
Expr *plain_load(Lower *l, const Node *operand, const Index *index);

/* ---- tile_choose.c ---- */

/* Is axis d of the root one of the group? */
bool in_group(const Group *g, int d);
/* Is axis d of the result an axis of operand k alone? */
bool belongs_to(const Node *n, int d, int k);
/* The operand of another product that gives the columns of the same tile; -1: the
 * tile does not suit it. */
int columns_operand(const Product *p, const Tiling *t);
/* The axes of a tile of which `chunk` elements are done of each axis of the root. */
void tile_axes(Tile *tile, const Product *p, const Tiling *t, const int64_t *chunk,
               int columns_of);
/* How many rows of a tile are neighbours in a strip of them; 0: they make no strips. */
int64_t rows_together(const Product *p, const Tiling *t);
/* Is it worth it to bring operand k into strips before the loop? */
bool wants_strips(const Product *p, const Tiling *t, int k);
/* The tiles for n products, of which the longest counts; false: loops are faster. */
bool choose_tiles(const Product *p, int n, const BackOptions *o, Tiling *t);

#endif

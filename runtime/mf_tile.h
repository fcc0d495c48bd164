/*
 * mf_tile.h - the one tile that serves products of every kind: dense layers,
 * convolutions, attention and their gradients.
 *
 *     c[i][j] = sum over k of a[i * a_i + at_a(k)] * b[j * b_j + at_b(k)]
 *
 * k runs over several nested counters, the last fastest; an element is summed in
 * rising order of k with one fused multiply-add a term, so the bits are those of a
 * plain loop whatever the vectors are. Strips of columns are copied where they lie
 * apart; what is done with a strip stands in mf_panel.h.
 */
#ifndef MF_TILE_H
#define MF_TILE_H
#include "mf_plan.h"

enum { MF_TILE = 24 * 1024 }; /* elements of rows by whole strips, of a turned tile */

/* Names that end in X (mf_tile_x.h): of floats they end in f or F, of doubles in
 * nothing. */
#define mf_zippedX MF_LOWER(mf_zipped)
#define mf_zipX MF_LOWER(mf_zip)
#define mf_turnX MF_LOWER(mf_turn)
#define mf_turned_termsX MF_LOWER(mf_turned_terms)
#define mf_turned_rowsX MF_LOWER(mf_turned_rows)
#define mf_turned_stripX MF_LOWER(mf_turned_strip)
#define MfVecX MF_LOWER(MfVec)
#define mf_packX MF_LOWER(mf_pack)
#define mf_singleX MF_LOWER(mf_single)
#define mf_pairX MF_LOWER(mf_pair)
#define mf_threeX MF_LOWER(mf_three)
#define mf_wideX MF_LOWER(mf_wide)
#define mf_tall_singleX MF_LOWER(mf_tall_single)
#define mf_tall_pairX MF_LOWER(mf_tall_pair)
#define mf_fullX MF_LOWER(mf_full)
#define mf_spacedX MF_LOWER(mf_spaced)
#define mf_broadX MF_LOWER(mf_broad)
#define mf_panelsX MF_LOWER(mf_panels)
#define mf_stripX MF_LOWER(mf_strip)
#define mf_product_fromX MF_LOWER(mf_product_from)
#define mf_productX MF_LOWER(mf_product)
#define mf_product_moreX MF_LOWER(mf_product_more)
#define mf_product_turnedX MF_LOWER(mf_product_turned)
#define MF_SETX MF_UPPER(MF_SET)
#define MF_SOMEX MF_UPPER(MF_SOME)
#define MF_LOWX MF_UPPER(MF_LOW)
#define MF_HIGHX MF_UPPER(MF_HIGH)
#define MF_LOADX MF_UPPER(MF_LOAD)
#define MF_FMAX MF_UPPER(MF_FMA)
#define MF_STOREX MF_UPPER(MF_STORE)
#define MF_ZEROX MF_UPPER(MF_ZERO)
#define MF_COPYX MF_UPPER(MF_COPY)
#define MF_BODYX MF_UPPER(MF_BODY)
#define MF_HALF_BODYX MF_UPPER(MF_HALF_BODY)
#define MF_FULL_BODYX MF_UPPER(MF_FULL_BODY)
#define MF_SPACED_BODYX MF_UPPER(MF_SPACED_BODY)

#define RealX float
#define MF_VX MF_VF
#define MF_LOWER(name) name##f
#define MF_UPPER(name) name##F
#include "mf_tile_x.h"
#undef RealX
#undef MF_VX
#undef MF_LOWER
#undef MF_UPPER
#define RealX double
#define MF_VX MF_V
#define MF_LOWER(name) name
#define MF_UPPER(name) name
#include "mf_tile_x.h"

#endif

/*
 * scan_hoist.h - what a scan need not do in its turns is done before it.
 */
#ifndef MFC_SCAN_HOIST_H
#define MFC_SCAN_HOIST_H

#include "lift.h"

/* What a scan is made of: see op_scan.c. */
typedef struct ScanParts {
    Graph *body;
    int carries, sequences;
    Turns turns;
    int n;
    Node *const *arg;
} ScanParts;

/* The same scan with less to do in a turn: its outs have the same values, and so have
 * the new operands, which are made in g, what the turns made of the old ones. The parts
 * themselves where there is nothing to gain. */
ScanParts scan_hoist(Graph *g, ScanParts parts);

#endif

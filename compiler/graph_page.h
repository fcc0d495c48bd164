/*
 * graph_page.h - the page of mfc graph: drawings beside the script.
 */
#ifndef MFC_GRAPH_PAGE_H
#define MFC_GRAPH_PAGE_H

#include "picture.h"

typedef struct Stage {
    const char *entry, *name; /* step, fused */
    const Drawing *drawing;
} Stage;

typedef struct GraphPage {
    Arena *arena;
    const Program *program;
    Emitted emitted;
    const Times *times; /* or NULL */
    ARRAY(Stage) stages;
    Files files;       /* that the boxes name, by number */
    const char *first; /* the stage that is shown first */
} GraphPage;

const char *graph_page(const GraphPage *page);

#endif

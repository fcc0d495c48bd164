/*
 * report_page.h - the page of mfc report: kernels, the memory plan, parameters.
 */
#ifndef MFC_REPORT_PAGE_H
#define MFC_REPORT_PAGE_H

#include "costs.h"

typedef struct ReportPage {
    Arena *arena;
    const Program *program;
    Emitted emitted;
    const Times *times; /* or NULL */
    const Entry *main;  /* the one that is shown first; NULL: none */
} ReportPage;

const char *report_page(const ReportPage *page);

/* The memory plan of an entry: time across, addresses up, a rectangle for each buffer.
 * In plan_svg.c. */
const char *plan_svg(Arena *arena, const Routine *r);

#endif

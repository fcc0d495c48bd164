/*
 * mf_pages.h - pages of 2 MiB for a net that will be trained.
 */
#ifndef MF_PAGES_H
#define MF_PAGES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

/* Has Linux give the net large pages where it can, before any is touched: a tile goes
 * down rows that lie a small page or more apart, and looking up where each of those is
 * takes longer than reading it. (One prediction touches too little of each.) */
static inline void mf_use_large_pages(void *net, size_t size)
{
#ifdef __linux__
    enum { LARGE_PAGE = 1 << 21, HUGEPAGE = 14 /* MADV_HUGEPAGE, unknown to POSIX */ };
    size_t before = (size_t) - (uintptr_t)net % LARGE_PAGE;
    if (size >= before + LARGE_PAGE)
        posix_madvise((char *)net + before, (size - before) / LARGE_PAGE * LARGE_PAGE,
                      HUGEPAGE); /* fails where there are none: so be it */
#else
    (void)net, (void)size;
#endif
}

#endif

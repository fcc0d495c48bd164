/*
 * c_equal.c - kernels that are equal but for their arrays: those that have one text
 * where the arrays are called p0, p1 ...
 */
#include "c_print.h"

#include <string.h>

typedef struct Printed {
    Kernel *kernel;
    const char *text;
    uint64_t hash;
} Printed;

Kernel *equal_kernel(KernelTable *table, Kernel *k)
{
    Text *plain = &table->plain;
    if (!plain->arena)
        *plain = text_new(table->arena);
    plain->n = 0;
    c_kernel(plain, k, "k", NAMES_PLAIN, NULL, "");
    uint64_t hash = hash_bytes(0, plain->at, plain->n);
    if (2 * (table->n + 1) > table->size) {
        KernelTable old = *table;
        table->size = old.size ? 2 * old.size : 64;
        table->slot = NEW_N(table->arena, Printed, table->size);
        for (int i = 0; i < old.size; i++) {
            if (!old.slot[i].kernel)
                continue;
            size_t at = (size_t)old.slot[i].hash;
            while (table->slot[at & (size_t)(table->size - 1)].kernel)
                at++;
            table->slot[at & (size_t)(table->size - 1)] = old.slot[i];
        }
    }
    size_t at = (size_t)hash;
    for (;; at++) {
        Printed *p = &table->slot[at & (size_t)(table->size - 1)];
        if (!p->kernel) {
            *p = (Printed){k, intern_n(table->arena, plain->at, plain->n), hash};
            table->n++;
            return k;
        }
        if (p->hash == hash && strcmp(p->text, plain->at) == 0)
            return p->kernel;
    }
}

/*
 * record.h - what the runtime's file layer did, call by call, for test_crash.c, which
 * plays crashes on it. The hooks are called by test_faults.c, which stands between the
 * file layer and the system.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stddef.h>

void record_open(int fd, const char *path, int flags); /* after it */
void record_write(int fd, const void *bytes, size_t n);
void record_sync(int fd);
void record_rename(const char *from, const char *to);
void record_remove(const char *path);
void record_folder(const char *path);

#endif

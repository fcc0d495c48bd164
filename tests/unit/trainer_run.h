/*
 * trainer_run.h - runs a trainer's command line in a process of its own, inside
 * a folder made for the test, and reads what it left behind.
 */
#ifndef TRAINER_RUN_H
#define TRAINER_RUN_H

#include <sys/types.h>

#include "tiny_model.h"

/* Makes an empty folder and moves into it; away removes it. */
void folder_enter(void);
void folder_leave(void);

/* Starts `net line`, stdout going to the file out, stderr to err. */
pid_t trainer_start(TinyKind kind, const char *line);
/* Its exit code; 1000 + the signal that ended it. */
int trainer_wait(pid_t pid);
/* Both. */
int trainer_run(TinyKind kind, const char *line);

/* The text of a file, for free(); *n its length if n is given. "" when it is not
 * there. */
char *file_text(const char *path, size_t *n);
bool file_exists(const char *path);
bool same_files(const char *a, const char *b);
/* Whether the file holds the text. */
bool file_says(const char *path, const char *text);
int file_lines(const char *path);
void file_put(const char *path, const void *bytes, size_t n);

#endif

/*
 * mf_file.h - the runtime's one way to memory, to files and to stderr. Files are
 * read whole; they are written under a temporary name in the same folder,
 * synced and renamed, so that the old file stays until the new one is complete.
 *
 * Functions that can fail return an exit code: 0, or 2 (command line) or 3
 * (data) after one message on stderr.
 */
#ifndef MF_FILE_H
#define MF_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Prints "error: ", the message and a newline on stderr; returns `code`. */
int mf_fail(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* n x size zeroed bytes, for free(); at least one. NULL after a message when
 * there is no memory, or the product does not fit. */
void *mf_alloc(size_t n, size_t size);
/* The same bytes in a block of n x size; NULL after a message, and the old block
 * is still there. */
void *mf_resize(void *block, size_t n, size_t size);
/* Whether a x b fits; stores the product. */
bool mf_size_mul(size_t a, size_t b, size_t *product);

/* Text found in a file or on the command line, fit for a message: in quotes, at
 * most 40 bytes of it, what is no letter of UTF-8 as \xNN. Returns buffer. */
typedef struct MfQuote {
    char text[180];
} MfQuote;
const char *mf_quote(MfQuote *buffer, const char *bytes, size_t n);
/* "1 row", "5 rows". */
typedef struct MfCount {
    char text[60];
} MfCount;
MfCount mf_count(size_t n, const char *noun);

/* ---- the order of bytes ---- */

/* Puts n numbers of `size` bytes from the order of a file into that of the machine, or
 * back. */
typedef enum MfOrder { MF_LITTLE, MF_BIG } MfOrder;
void mf_order(void *numbers, size_t n, size_t size, MfOrder order);
/* The number of 16 bits: sign, exponent of 5, fraction of 10. */
double mf_half(uint16_t bits);

/* ---- reading ---- */

/* A file's content; a NUL stands behind the last byte. */
typedef struct MfBytes {
    unsigned char *at;
    size_t size;
} MfBytes;

/* Reads a regular file or a pipe, "-" standard input, to its end; 0 or 3. Free out->at.
 */
int mf_file_read(const char *path, MfBytes *out);

/* ---- writing ---- */

/* A file being written. Between begin and end, errors are remembered: put may be
 * called without looking, and end tells. */
typedef struct MfWriter {
    const char *path;
    char *target, *temp; /* the real file behind path; NULL: no renaming */
    int fd, code;
} MfWriter;

/* Opens a new file beside `path` (which must live until the end). A path that is
 * there and not a regular file (/dev/stdout) is written to directly. */
int mf_write_begin(MfWriter *w, const char *path);
/* Whether a file can be written there: makes one and removes it. */
int mf_write_try(const char *path);
void mf_write_put(MfWriter *w, const void *bytes, size_t n);
/* n numbers of `size` bytes, little-endian. */
void mf_write_numbers(MfWriter *w, const void *numbers, size_t n, size_t size);
/* Syncs and renames; or, after any error, removes what was written. 0 or 3. */
int mf_write_end(MfWriter *w);
/* Gives up: removes what was written. */
void mf_write_drop(MfWriter *w);

/* All of these at once. */
int mf_file_write(const char *path, const void *bytes, size_t n);

/* ---- locks ---- */

/* Locks a file, made where it is missing, against other processes until close() or the
 * end of this one, however it comes. The descriptor; MF_IN_USE: another process has
 * locked it; MF_NO_LOCK after a warning: it cannot be made, or its file system knows no
 * locks. */
enum { MF_NO_LOCK = -1, MF_IN_USE = -2 };
int mf_file_lock(const char *path);

/* ---- paths ---- */

/* dir/name for free(); the name alone when it is absolute or dir is NULL or
 * empty. NULL after a message. */
char *mf_path_join(const char *dir, const char *name);
/* Makes a folder and those above it where they are missing; 0 or 3. */
int mf_make_folder(const char *path);
/* Whether the name ends so, in upper or lower case. */
bool mf_path_ends(const char *path, const char *suffix);

#endif

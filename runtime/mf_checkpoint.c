/*
 * mf_checkpoint.c - a folder of checkpoints. Each is a safetensors file of every
 * tensor that training changes; its metadata say where the training stood and
 * end with a checksum of all the rest, because a checkpoint with a flipped bit
 * would go on training without a word.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "mf_params.h"

/* ---- the checksum ---- */

typedef struct MfChecksum {
    uint64_t hash, word;
    unsigned n; /* bytes in word */
} MfChecksum;

static void checksum_word(MfChecksum *c, uint64_t word)
{
    c->hash = (c->hash ^ word) * 0x9e3779b97f4a7c15U;
    c->hash ^= c->hash >> 29;
}

/* Where the stream of bytes is cut into calls does not matter. */
static void checksum_add(MfChecksum *c, const void *bytes, size_t n)
{
    const unsigned char *at = bytes;
    while (n > 0) {
        if (c->n == 0 && n >= 8) {
            uint64_t word = 0;
            for (unsigned i = 0; i < 8; i++)
                word |= (uint64_t)at[i] << 8 * i;
            checksum_word(c, word);
            at += 8;
            n -= 8;
            continue;
        }
        c->word |= (uint64_t)*at++ << 8 * c->n++;
        n--;
        if (c->n == 8) {
            checksum_word(c, c->word);
            c->word = 0;
            c->n = 0;
        }
    }
}

/* A tensor, as the file will have it. */
static void checksum_place(MfChecksum *c, const MfPlace *place)
{
    unsigned char part[4096];
    size_t size = mf_dtype_size(place->dtype), n = mf_place_count(place) * size;
    for (size_t i = 0, bytes; i < n; i += bytes) {
        bytes = n - i < sizeof part ? n - i : sizeof part;
        memcpy(part, (const unsigned char *)place->data + i, bytes);
        mf_order(part, bytes / size, size, MF_LITTLE);
        checksum_add(c, part, bytes);
    }
}

static void checksum_pair(MfChecksum *c, const MfPair *pair)
{
    checksum_add(c, pair->key, strlen(pair->key) + 1);
    checksum_add(c, pair->value, strlen(pair->value) + 1);
}

/* The sum as 16 hexadecimal digits. */
static void checksum_text(const MfChecksum *c, char text[17])
{
    snprintf(text, 17, "%016" PRIx64, mf_mix(c->hash ^ mf_mix(c->word + c->n)));
}

/* ---- the tensors of a checkpoint ---- */

static const char best_prefix[] = "best.";

/* The places of a checkpoint, in the order of the model: its tensors, then, where
 * `best` is given, the copy. */
typedef struct MfPlaces {
    MfPlace *at;
    int n;
    char *names; /* of the copies */
} MfPlaces;

static int places_make(MfPlaces *p, const MfModel *model, void *net, void *best)
{
    size_t letters = 1;
    for (int i = 0; i < model->n_tensors; i++)
        letters += sizeof best_prefix + strlen(model->tensor[i].name);
    *p = (MfPlaces){.at = mf_alloc((size_t)model->n_tensors * 2, sizeof *p->at),
                    .names = mf_alloc(letters, 1)};
    if (p->at == NULL || p->names == NULL)
        return 3;
    char *name = p->names, *bytes = best;
    for (int i = 0; i < model->n_tensors; i++) {
        const MfTensor *t = &model->tensor[i];
        if (MF_OF_CHECKPOINT >> t->role & 1)
            p->at[p->n++] =
                (MfPlace){t->name, t->dtype, t->rank, t->dim, (char *)net + t->offset};
    }
    for (int i = 0; i < model->n_tensors && best != NULL; i++) {
        const MfTensor *t = &model->tensor[i];
        if (!(MF_OF_PARAMS >> t->role & 1))
            continue;
        MfPlace *place = &p->at[p->n++];
        *place = (MfPlace){name, t->dtype, t->rank, t->dim, bytes};
        name += sprintf(name, "%s%s", best_prefix, t->name) + 1;
        bytes += mf_place_count(place) * mf_dtype_size(t->dtype);
    }
    return 0;
}

static void places_free(MfPlaces *p)
{
    free(p->at);
    free(p->names);
}

/* ---- the folder ---- */

static char *checkpoint_path(const char *dir, uint64_t step)
{
    char name[64];
    snprintf(name, sizeof name, "step-%09" PRIu64 ".safetensors", step);
    return mf_path_join(dir, name);
}

/* Whether the name is that of a checkpoint, and of which step. */
static bool checkpoint_step(const char *name, uint64_t *step)
{
    char *end;
    if (strncmp(name, "step-", 5) != 0 || name[5] < '0' || name[5] > '9')
        return false;
    errno = 0;
    *step = strtoull(name + 5, &end, 10);
    return errno == 0 && strcmp(end, ".safetensors") == 0;
}

static int by_falling_step(const void *a, const void *b)
{
    uint64_t s = *(const uint64_t *)a, t = *(const uint64_t *)b;
    return s > t ? -1 : s < t;
}

/* The steps of a folder's checkpoints, the newest first, for free(); n: how many,
 * or -1 when the folder cannot be read or there is no memory. */
static uint64_t *checkpoint_list(const char *dir, int *n)
{
    uint64_t *list = NULL, step;
    DIR *folder = opendir(dir);
    *n = folder == NULL ? -1 : 0;
    for (struct dirent *e;
         folder != NULL && (errno = 0, e = readdir(folder)) != NULL;) {
        if (!checkpoint_step(e->d_name, &step))
            continue;
        uint64_t *longer = mf_resize(list, (size_t)*n + 1, sizeof *list);
        if (longer == NULL) {
            *n = -1;
            break;
        }
        list = longer;
        list[(*n)++] = step;
    }
    int error = errno; /* of readdir, which else says what the end does */
    if (folder != NULL && error != 0)
        *n = -1;
    if (folder != NULL)
        closedir(folder);
    if (*n > 1)
        qsort(list, (size_t)*n, sizeof *list, by_falling_step);
    if (*n < 0) {
        free(list);
        list = NULL;
    }
    errno = error;
    return list;
}

enum { MF_ABANDONED = 600 }; /* seconds without a write */

/* Its process is gone; or its number is in use again, by a process that waits to be
 * buried too, but nobody has written for long. */
static bool is_left_behind(const char *path, long pid)
{
    struct stat s;
    if (kill((pid_t)pid, 0) != 0 && errno == ESRCH)
        return true;
    return stat(path, &s) == 0 &&
           difftime(time(NULL), s.st_mtime) > (double)MF_ABANDONED;
}

/* Removes the halves that killed processes left behind. */
static void remove_leftovers(const char *dir)
{
    DIR *folder = opendir(dir);
    for (struct dirent *e; folder != NULL && (e = readdir(folder)) != NULL;) {
        char *end;
        if (strncmp(e->d_name, ".mf-", 4) != 0)
            continue;
        long pid = strtol(e->d_name + 4, &end, 10);
        if (pid <= 0 || *end != '-')
            continue;
        char *path = mf_path_join(dir, e->d_name);
        if (path != NULL && is_left_behind(path, pid))
            unlink(path);
        free(path);
    }
    if (folder != NULL)
        closedir(folder);
}

static void remove_oldest(const char *dir, int keep, uint64_t step)
{
    int n;
    uint64_t *list = checkpoint_list(dir, &n);
    int left = 1; /* the one just written */
    for (int i = 0; i < n; i++) {
        if (list[i] == step || left++ < keep)
            continue;
        char *path = checkpoint_path(dir, list[i]);
        if (path != NULL)
            unlink(path);
        free(path);
    }
    free(list);
}

/* ---- writing ---- */

int mf_checkpoint_save(const MfModel *model, void *net, void *best, const MfFit *fit,
                       const char *dir, uint64_t step, int keep, const MfPair *pair,
                       int n_pairs)
{
    MfPlaces places;
    MfIdentity identity;
    MfChecksum sum = {0};
    char text[17], step_text[24];
    int code = places_make(&places, model, net, best), n = 0;
    char *path = checkpoint_path(dir, step), *fit_text = mf_fit_text(fit);
    MfPair *all = mf_alloc((size_t)n_pairs + 6, sizeof *all);
    if (path == NULL || fit_text == NULL || all == NULL)
        code = 3;
    if (code == 0)
        code = mf_make_folder(dir);
    if (code == 0) {
        remove_leftovers(dir);
        snprintf(step_text, sizeof step_text, "%" PRIu64, step);
        all[n++] = (MfPair){"format", "mfc"};
        all[n++] = (MfPair){"kind", "checkpoint"};
        all[n++] = (MfPair){"program", mf_identity(&identity, model)};
        all[n++] = (MfPair){"fit", fit_text};
        all[n++] = (MfPair){"step", step_text};
        for (int i = 0; i < n_pairs; i++)
            all[n++] = pair[i];
        for (int i = 0; i < n; i++)
            checksum_pair(&sum, &all[i]);
        for (int i = 0; i < places.n; i++)
            checksum_place(&sum, &places.at[i]);
        checksum_text(&sum, text);
        all[n++] = (MfPair){"checksum", text};
        code = mf_tensors_write(path, places.at, places.n, all, n);
    }
    if (code == 0)
        remove_oldest(dir, keep, step);
    places_free(&places);
    free(path);
    free(fit_text);
    free(all);
    return code;
}

/* ---- reading ---- */

static int checksum_check(const MfTensorFile *f)
{
    MfChecksum sum = {0};
    char chunk[8192], text[17];
    const char *wanted = mf_tensors_text(f, "checksum");
    for (int i = 0; i < f->n_pairs; i++)
        if (strcmp(f->pair[i].key, "checksum") != 0)
            checksum_pair(&sum, &f->pair[i]);
    if (fseeko(f->file, (off_t)f->start, SEEK_SET) != 0)
        return mf_fail(3, "%s: %s", f->path, strerror(errno));
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f->file)) > 0;)
        checksum_add(&sum, chunk, n);
    if (ferror(f->file))
        return mf_fail(3, "%s: cannot read: %s", f->path, strerror(errno));
    checksum_text(&sum, text);
    if (wanted == NULL || strcmp(wanted, text) != 0)
        return mf_fail(3, "%s: the checksum does not fit: the file was damaged",
                       f->path);
    return 0;
}

static int checkpoint_check(const MfTensorFile *f)
{
    const char *kind = mf_tensors_text(f, "kind");
    if (kind == NULL || strcmp(kind, "checkpoint") != 0 ||
        mf_tensors_text(f, "program") == NULL || mf_tensors_text(f, "step") == NULL)
        return mf_fail(3, "%s: not a checkpoint", f->path);
    return checksum_check(f);
}

static int same_program(const MfModel *model, const MfTensorFile *f)
{
    MfIdentity here;
    MfQuote q;
    const char *there = mf_tensors_text(f, "program");
    if (strcmp(there, mf_identity(&here, model)) == 0)
        return 0;
    return mf_fail(3, "%s: a checkpoint of the program %s; this one is \"%s\"", f->path,
                   mf_quote(&q, there, strlen(there)), here.text);
}

int mf_checkpoint_lock(const char *dir, int *lock)
{
    char *path = mf_path_join(dir, ".mf-lock");
    *lock = path == NULL ? MF_NO_LOCK : mf_file_lock(path);
    free(path);
    if (path == NULL)
        return 3;
    return *lock != MF_IN_USE
               ? 0
               : mf_fail(3,
                         "%s: another training writes its checkpoints there: wait for "
                         "its end, or name another folder",
                         dir);
}

int mf_checkpoint_begin(const char *dir)
{
    int n, code = 0;
    uint64_t *list = checkpoint_list(dir, &n);
    if (n < 0)
        code = mf_fail(3, "%s: %s", dir, strerror(errno));
    else if (n > 0)
        code = mf_fail(2,
                       "%s holds checkpoints up to step %" PRIu64
                       ": go on with --resume, or name another folder",
                       dir, list[0]);
    free(list);
    return code;
}

int mf_checkpoint_open(const MfModel *model, const char *dir, MfTensorFile *file,
                       char **path)
{
    int n, code = 3;
    uint64_t *list = checkpoint_list(dir, &n);
    *file = (MfTensorFile){0};
    *path = NULL;
    if (n < 0)
        return mf_fail(3, "%s: %s", dir, strerror(errno));
    if (n == 0)
        code = 0;
    for (int i = 0; i < n && code != 0; i++) {
        *path = checkpoint_path(dir, list[i]);
        code = *path == NULL ? 3 : mf_tensors_open(file, *path);
        if (code == 0)
            code = checkpoint_check(file);
        if (code == 0) {
            code = same_program(model, file);
            break;
        }
        mf_tensors_close(file);
        free(*path);
        *path = NULL;
        if (i + 1 < n)
            fprintf(stderr, "warning: going back to the checkpoint before it\n");
    }
    free(list);
    return code;
}

int mf_checkpoint_read(const MfModel *model, void *net, void *best,
                       const MfTensorFile *file)
{
    MfPlaces places;
    int code = places_make(&places, model, net, best);
    if (code == 0 && places.n != file->n_tensors && best == NULL &&
        mf_tensors_text(file, "best") == NULL)
        code = mf_fail(3, "%s: it holds other tensors than this program", file->path);
    for (int i = 0; i < places.n && code == 0; i++)
        code = mf_tensors_match(file, &places.at[i]);
    for (int i = 0; i < places.n && code == 0; i++)
        code = mf_tensors_read(file, &places.at[i]);
    places_free(&places);
    return code;
}

/*
 * mf_resume.c - a training under way, as the metadata of a checkpoint and back.
 * The step decides which rows come next; the numbers of rows and batches are
 * written only to find out that the data have changed.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "mf_training.h"

/* Pairs whose texts are made here. */
typedef struct MfNotes {
    MfPair *pair;
    int n;
    char *text; /* of all pairs */
    size_t used, room;
    bool failed;
} MfNotes;

__attribute__((format(printf, 2, 3))) static const char *notes_text(MfNotes *notes,
                                                                    const char *format,
                                                                    ...)
{
    va_list args;
    char *at = notes->text + notes->used;
    va_start(args, format);
    int n = vsnprintf(at, notes->room - notes->used, format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= notes->room - notes->used) {
        notes->failed = true;
        return "";
    }
    notes->used += (size_t)n + 1;
    return at;
}

static void notes_add(MfNotes *notes, const char *key, const char *value)
{
    notes->pair[notes->n++] = (MfPair){key, value};
}

/* "3 0x1.8p+1 ...": how many updates, and the sums of their values. */
static const char *notes_sums(MfNotes *notes, const MfCourse *c)
{
    const char *text = notes_text(notes, "%" PRIu64, c->summed);
    for (int i = 0; i <= c->train->n_metrics && !notes->failed; i++) {
        notes->used--; /* goes on where the NUL is */
        notes_text(notes, " %a", c->sum[i]);
    }
    return text;
}

static void notes_course(MfNotes *notes, const MfTraining *t, int number)
{
    const MfCourse *c = &t->course[number];
    uint64_t update = t->step / t->round * c->turns;
    notes_add(notes, notes_text(notes, "cursor.%d", number),
              notes_text(notes, "epoch %" PRIu64 ", step %" PRIu64,
                         update / c->per_epoch, update % c->per_epoch));
    notes_add(notes, notes_text(notes, "rows.%d", number),
              notes_text(notes, "%ld in batches of %" PRIu64 ", shuffle %d",
                         c->set->rows, c->rows.batch, (int)c->rows.shuffle));
    notes_add(notes, notes_text(notes, "sums.%d", number), notes_sums(notes, c));
}

int mf_resume_save(MfTraining *t)
{
    size_t room = 1000;
    for (int i = 0; i < t->n_courses; i++)
        room += 400 + 40 * (size_t)t->course[i].train->n_metrics;
    MfNotes notes = {.pair = mf_alloc(8 + 3 * (size_t)t->n_courses, sizeof *notes.pair),
                     .text = mf_alloc(room, 1),
                     .room = room};
    int code = 3;
    if (notes.pair != NULL && notes.text != NULL) {
        const MfEarly *e = &t->early;
        notes_add(&notes, "seed", notes_text(&notes, "%" PRIu64, t->seed));
        notes_add(&notes, "epoch",
                  notes_text(&notes, "%" PRIu64, t->step / t->epoch_steps));
        for (int i = 0; i < t->n_courses; i++)
            notes_course(&notes, t, i);
        if (e->course != NULL)
            notes_add(&notes, "waited", notes_text(&notes, "%" PRIu64, e->waited));
        if (e->has_best)
            notes_add(&notes, "best", notes_text(&notes, "%a", e->best_value));
        int keep = t->lead->train->checkpoint_keep;
        code = mf_checkpoint_save(t->model, t->net, e->has_best ? e->best : NULL,
                                  &t->lead->data.fit, t->dir, t->step,
                                  keep > 0 ? keep : 2, notes.pair, notes.n);
    }
    free(notes.pair);
    free(notes.text);
    return code;
}

/* ---- back ---- */

static int broken(const MfTraining *t, const char *key)
{
    return mf_fail(3, "%s: a checkpoint without a proper %s", t->resumed_path, key);
}

static bool whole_number(const char *text, uint64_t *out)
{
    char *end;
    if (text == NULL || text[0] < '0' || text[0] > '9')
        return false;
    *out = strtoull(text, &end, 10);
    return *end == '\0';
}

int mf_resume_open(MfTraining *t, const MfOptions *o, MfFit *fit)
{
    int code = mf_checkpoint_lock(t->dir, &t->lock);
    if (code == 0)
        code = mf_checkpoint_open(t->model, t->dir, &t->resumed, &t->resumed_path);
    if (code != 0)
        return code;
    if (t->resumed.file == NULL) {
        fprintf(stderr, "note: %s holds no checkpoint yet: starting anew\n", t->dir);
        return 0;
    }
    if (!whole_number(mf_tensors_text(&t->resumed, "seed"), &t->seed))
        return broken(t, "seed");
    if (!whole_number(mf_tensors_text(&t->resumed, "step"), &t->step))
        return broken(t, "step");
    if (o->has_seed && o->seed != t->seed)
        return mf_fail(2, "--seed %" PRIu64 ": the checkpoint %s has the seed %" PRIu64,
                       o->seed, t->resumed_path, t->seed);
    const char *text = mf_tensors_text(&t->resumed, "fit");
    mf_fit_free(fit);
    *fit = (MfFit){0};
    return text != NULL ? mf_fit_parse(text, fit) : 0;
}

static int read_sums(MfTraining *t, MfCourse *c, const char *text)
{
    char *end;
    if (text == NULL || text[0] < '0' || text[0] > '9')
        return broken(t, "sum");
    c->summed = strtoull(text, &end, 10);
    for (int i = 0; i <= c->train->n_metrics; i++) {
        const char *from = end;
        c->sum[i] = strtod(from, &end);
        if (end == from)
            return broken(t, "sum");
    }
    return *end == '\0' ? 0 : broken(t, "sum");
}

static int read_course(MfTraining *t, int number)
{
    MfCourse *c = &t->course[number];
    char key[40], here[120];
    snprintf(key, sizeof key, "rows.%d", number);
    snprintf(here, sizeof here, "%ld in batches of %" PRIu64 ", shuffle %d",
             c->set->rows, c->rows.batch, (int)c->rows.shuffle);
    const char *there = mf_tensors_text(&t->resumed, key);
    MfQuote q;
    if (there == NULL)
        return broken(t, key);
    if (strcmp(there, here) != 0)
        return mf_fail(3, "%s: it was trained on other data: rows were %s, now %s",
                       t->resumed_path, mf_quote(&q, there, strlen(there)), here);
    snprintf(key, sizeof key, "sums.%d", number);
    return read_sums(t, c, mf_tensors_text(&t->resumed, key));
}

static int read_early(MfTraining *t)
{
    MfEarly *e = &t->early;
    const char *best = mf_tensors_text(&t->resumed, "best");
    if (e->course == NULL)
        return 0;
    if (!whole_number(mf_tensors_text(&t->resumed, "waited"), &e->waited))
        return broken(t, "waited");
    e->has_best = best != NULL;
    e->best_value = best != NULL ? strtod(best, NULL) : 0;
    return 0;
}

int mf_resume_read(MfTraining *t)
{
    int code = 0;
    for (int i = 0; i < t->n_courses && code == 0; i++)
        code = read_course(t, i);
    if (code == 0)
        code = read_early(t);
    if (code == 0)
        code =
            mf_checkpoint_read(t->model, t->net,
                               t->early.has_best ? t->early.best : NULL, &t->resumed);
    if (code == 0)
        memcpy((char *)t->net + t->model->step_offset, &t->step, sizeof t->step);
    t->saved_step = t->step;
    mf_tensors_close(&t->resumed);
    return code;
}

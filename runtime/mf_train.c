/*
 * mf_train.c - the training loop:
 *
 *     update ─▶ validate? ─▶ log ─▶ report? ─▶ better than before? ─▶ checkpoint?
 *
 * What a training is at a step is the net, the number of the step, the sums for
 * the next report and the best parameters so far; mf_resume.c keeps exactly this.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mf_training.h"

/* The only thing that a signal can reach; the loop looks at it after a step. */
static volatile sig_atomic_t stop_signal;

static void on_signal(int number)
{
    stop_signal = number; /* a second one ends the process */
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    stop_signal = 0;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

/* ---- whose turn it is ---- */

/* The course of a step, and the number of its update; steps count from 0 here. */
static MfCourse *course_of_step(MfTraining *t, uint64_t step, uint64_t *update)
{
    uint64_t place = step % t->round;
    for (int i = 0; i < t->n_courses; i++) {
        MfCourse *c = &t->course[i];
        if (place < c->turns) {
            *update = step / t->round * c->turns + place;
            return c;
        }
        place -= c->turns;
    }
    return NULL;
}

static uint64_t round_up(uint64_t n, uint64_t unit)
{
    return (n + unit - 1) / unit;
}

/* Steps in total: --steps; else --epochs; else the most steps that a train of the
 * script says; else the most epochs, one when none says a number. */
static uint64_t count_steps(const MfTraining *t, const MfOptions *o)
{
    uint64_t steps = 0, epochs = 0;
    for (int i = 0; i < t->n_courses; i++) {
        const MfTrain *train = t->course[i].train;
        steps = (uint64_t)train->steps > steps ? (uint64_t)train->steps : steps;
        epochs = (uint64_t)train->epochs > epochs ? (uint64_t)train->epochs : epochs;
    }
    if (o->steps >= 0)
        return (uint64_t)o->steps;
    if (o->epochs >= 0)
        return (uint64_t)o->epochs * t->epoch_steps;
    return steps > 0 ? steps : (epochs > 0 ? epochs : 1) * t->epoch_steps;
}

/* Steps between two reports; 0: one at each end of the lead's epochs. */
static uint64_t report_interval(const MfTraining *t, const MfOptions *o)
{
    bool by_steps = o->steps >= 0;
    for (int i = 0; i < t->n_courses; i++)
        by_steps = by_steps || (o->epochs < 0 && t->course[i].train->steps > 0);
    uint64_t epochs = t->total / t->epoch_steps;
    if (t->lead->train->n_in > 0 && (!by_steps || (epochs >= 10 && epochs <= 100)))
        return 0;
    return t->total > 20 ? t->total / 20 : 1;
}

/* ---- reports ---- */

/* "loss 3.4  accuracy 0.9  valid_loss 3.6"; with several trains "d.loss 3.4". */
static void print_means(const MfTraining *t, FILE *to)
{
    for (int i = 0; i < t->n_courses; i++) {
        const MfCourse *c = &t->course[i];
        const char *owner = t->n_courses > 1 ? c->train->name : "";
        const char *dot = t->n_courses > 1 ? "." : "";
        for (int k = 0; k <= c->train->n_metrics && c->summed > 0; k++)
            fprintf(to, "  %s%s%s %.6g", owner, dot,
                    k == 0 ? "loss" : c->train->metric[k - 1],
                    mf_shown(c->sum[k] / (double)c->summed));
        for (int k = 0; k <= c->train->n_metrics && c->validated; k++)
            fprintf(to, "  %s%svalid_%s %.6g", owner, dot,
                    k == 0 ? "loss" : c->train->metric[k - 1],
                    mf_shown(c->valid_value[k]));
    }
}

static void report(MfTraining *t)
{
    if (t->screen.lines) {
        FILE *to = mf_log_beside(&t->log);
        mf_screen_clear(&t->screen);
        if (t->report_every > 0)
            fprintf(to, "step %" PRIu64 "/%" PRIu64, t->step, t->total);
        else if (t->total % t->epoch_steps == 0)
            fprintf(to, "epoch %" PRIu64 "/%" PRIu64, t->step / t->epoch_steps,
                    t->total / t->epoch_steps);
        else
            fprintf(to, "epoch %" PRIu64, t->step / t->epoch_steps);
        print_means(t, to);
        putc('\n', to);
        fflush(to);
    }
    for (int i = 0; i < t->n_courses; i++) {
        MfCourse *c = &t->course[i];
        for (int k = 0; k <= c->train->n_metrics; k++)
            c->sum[k] = 0;
        c->summed = 0;
        c->validated = false;
    }
}

/* ---- early stopping ---- */

static int metric_number(const MfTrain *train, const char *name)
{
    for (int i = 0; i < train->n_metrics; i++)
        if (strcmp(train->metric[i], name) == 0)
            return i + 1;
    return strcmp(name, "loss") == 0 ? 0 : -1;
}

/* Whether more of it is better, by its name. */
static bool metric_rises(const char *name)
{
    static const char *const rising[] = {"acc",       "top",    "r2",  "f1",  "auc",
                                         "precision", "recall", "iou", "psnr"};
    for (size_t i = 0; i < sizeof rising / sizeof *rising; i++)
        if (strncmp(name, rising[i], strlen(rising[i])) == 0)
            return true;
    return strstr(name, "accuracy") != NULL || strstr(name, "score") != NULL;
}

static int early_begin(MfTraining *t)
{
    MfEarly *e = &t->early;
    for (int i = 0; i < t->n_courses && e->course == NULL; i++)
        if (t->course[i].train->early_patience > 0)
            e->course = &t->course[i];
    if (e->course == NULL)
        return 0;
    const MfTrain *train = e->course->train;
    const char *name = train->early_metric != NULL ? train->early_metric : "loss";
    bool valid = strncmp(name, "valid_", 6) == 0 && metric_number(train, name) < 0;
    name += valid ? 6 : 0;
    e->number = metric_number(train, name);
    e->valid = valid || e->course->valid != NULL;
    if (e->number < 0)
        return mf_fail(2, "early_stop: there is no metric %s", name);
    if (valid && e->course->valid == NULL)
        return mf_fail(2, "early_stop: valid_%s needs valid = { split = ... }", name);
    e->rises = metric_rises(name);
    e->best = mf_alloc(mf_params_bytes(t->model), 1);
    return e->best != NULL ? 0 : 3;
}

/* Looks at the metric when there is a new value of it: after a validation, or
 * at a report. */
static void early_look(MfTraining *t, bool at_report)
{
    MfEarly *e = &t->early;
    MfCourse *c = e->course;
    if (c == NULL || (e->valid ? !e->fresh : !at_report || c->summed == 0))
        return;
    double value =
        e->valid ? c->valid_value[e->number] : c->sum[e->number] / (double)c->summed;
    e->fresh = false;
    bool better = e->rises ? value > e->best_value : value < e->best_value;
    if (better || (!e->has_best && !isnan(value))) {
        e->best_value = value;
        e->has_best = true;
        e->waited = 0;
        mf_params_copy(t->model, t->net, e->best);
    } else {
        e->waited++;
    }
}

static bool early_stops(const MfTraining *t)
{
    const MfEarly *e = &t->early;
    return e->course != NULL && e->waited >= (uint64_t)e->course->train->early_patience;
}

/* ---- a step ---- */

/* 0, or 4 where a tensor is looked at and not finite. */
static int tensors_diverged(const MfTraining *t)
{
    const MfTensor *bad = t->nan_check ? mf_tensor_not_finite(t->model, t->net) : NULL;
    return bad == NULL ? 0
                       : mf_fail(4, "diverged at step %" PRIu64 ": %s holds NaN or Inf",
                                 t->step, bad->name);
}

static int diverged(const MfTraining *t, const MfCourse *c)
{
    double loss = mf_shown(c->value[0]);
    MfBadRow data = isfinite(loss) ? (MfBadRow){NULL, 0} : mf_course_bad_row(c);
    if (data.port != NULL)
        return mf_fail(4,
                       "diverged at step %" PRIu64 ": the loss is %g; so are the data: "
                       "row %ld of those for training, input %s, holds NaN or Inf",
                       t->step, loss, data.row, data.port->name);
    if (!isfinite(loss))
        return mf_fail(4, "diverged at step %" PRIu64 ": the loss%s%s is %g%s", t->step,
                       t->n_courses > 1 ? " of " : "",
                       t->n_courses > 1 ? c->train->name : "", loss,
                       t->nan_check ? ", of finite tensors: look at what it is made of"
                                    : "; --nan-check finds where it begins");
    return tensors_diverged(t);
}

static int validate(MfTraining *t, MfCourse *c, uint64_t update)
{
    const MfTrain *spec = c->train;
    uint64_t epochs = spec->valid_epochs > 1 ? (uint64_t)spec->valid_epochs : 1;
    uint64_t every =
        spec->valid_every > 0 ? (uint64_t)spec->valid_every : epochs * c->per_epoch;
    bool short_run =
        spec->valid_every == 0 && t->step == t->total && update + 1 < every;
    if (c->valid == NULL || ((update + 1) % every != 0 && !short_run))
        return 1;
    c->validated = true;
    if (t->early.course == c)
        t->early.fresh = true;
    return mf_course_eval(c->train, t->net, c->valid, c->train->valid_batches,
                          c->valid_value);
}

/* Runs step t->step, counted from 0, and increments it. */
static int train_step(MfTraining *t)
{
    uint64_t update = 0;
    MfCourse *c = course_of_step(t, t->step, &update);
    uint64_t epoch = t->step / t->epoch_steps;
    memcpy((char *)t->net + t->model->step_offset, &t->step, sizeof t->step);
    mf_course_update(c, t->net, (char *)t->net + t->model->seed_offset, update);
    t->step++;
    memcpy((char *)t->net + t->model->step_offset, &t->step, sizeof t->step);
    t->loss = c->value[0];
    int code = diverged(t, c);
    if (code == 0) {
        for (int i = 0; i <= c->train->n_metrics; i++)
            c->sum[i] += c->value[i];
        c->summed++;
    }
    int valid = code == 0 ? validate(t, c, update) : 1; /* 1: not now */
    mf_log_line(&t->log, &(MfLine){t->step, epoch, c->train, c->value,
                                   valid == 0 ? c->valid_value : NULL});
    return valid > 1 ? valid : code;
}

static bool checkpoint_is_due(const MfTraining *t)
{
    const MfTrain *spec = t->lead->train;
    uint64_t every = (uint64_t)spec->checkpoint_every;
    uint64_t epochs = (uint64_t)spec->checkpoint_epochs;
    return (every > 0 && t->step % every == 0) ||
           (epochs > 0 && t->step % (epochs * t->epoch_steps) == 0);
}

static void checkpoint(MfTraining *t)
{
    if (t->dir == NULL || t->saved_step == t->step)
        return;
    mf_screen_clear(&t->screen);
    mf_log_flush(&t->log);
    if (mf_resume_save(t) == 0) {
        t->saved_step = t->step;
        return;
    }
    fprintf(stderr, "warning: step %" PRIu64 " has no checkpoint; training goes on\n",
            t->step);
    t->code = 3;
}

static int train_loop(MfTraining *t)
{
    int code = tensors_diverged(t); /* initial values, or those of a file */
    while (t->step < t->total && stop_signal == 0 && code == 0 && !early_stops(t)) {
        code = train_step(t);
        if (code != 0)
            break;
        mf_screen_step(&t->screen, t->step, t->loss);
        bool reports = t->report_every > 0
                           ? t->step % t->report_every == 0 || t->step == t->total
                           : t->step % t->epoch_steps == 0;
        early_look(t, reports);
        if (reports)
            report(t);
        if (checkpoint_is_due(t))
            checkpoint(t);
    }
    mf_screen_clear(&t->screen);
    return code;
}

/* ---- the whole ---- */

static int training_courses(MfTraining *t, const MfOptions *o, const MfDataArgs *args)
{
    const MfModel *model = t->model;
    int code = 0;
    t->course = mf_alloc((size_t)model->n_trains, sizeof *t->course);
    if (t->course == NULL)
        return 3;
    for (int i = 0; i < model->n_trains && code == 0; i++) {
        MfCoursePlan plan = {args, t->seed, i, o->no_shuffle, o->quiet};
        MfCourse *c = &t->course[t->n_courses++];
        code = mf_course_begin(c, model, &plan);
        t->round += c->turns;
        if (t->lead == NULL || (t->lead->train->n_in == 0 && c->train->n_in > 0))
            t->lead = c;
    }
    if (code != 0)
        return code;
    t->epoch_steps = round_up(t->lead->per_epoch, t->lead->turns) * t->round;
    if (t->n_courses == 1)
        t->epoch_steps = t->lead->per_epoch;
    t->total = count_steps(t, o);
    t->report_every = report_interval(t, o);
    return 0;
}

/* Tells the schedules how many steps there are. */
static void store_total(const MfTraining *t)
{
    char *at = (char *)t->net + t->model->steps_offset;
    if (t->model->steps_offset == 0)
        return;
    if (t->model->real == MF_F64)
        *(double *)(void *)at = (double)t->total;
    else
        *(float *)(void *)at = (float)t->total;
}

/* A folder for the checkpoints of a new training. */
static int folder_begin(MfTraining *t)
{
    int code = mf_make_folder(t->dir);
    if (code == 0)
        code = mf_checkpoint_lock(t->dir, &t->lock);
    return code != 0 ? code : mf_checkpoint_begin(t->dir);
}

static int training_begin(MfTraining *t, const MfOptions *o, MfFit *fit)
{
    MfDataArgs args = mf_data_args(o, fit);
    int code = o->save == NULL ? 0 : mf_write_try(o->save); /* not after hours */
    if (code == 0 && t->dir != NULL && !o->resume)
        code = folder_begin(t);
    if (code == 0)
        code = training_courses(t, o, &args);
    if (code == 0)
        code = early_begin(t);
    if (code == 0 && t->resumed.file != NULL)
        code = mf_resume_read(t);
    if (code != 0)
        return code;
    memcpy((char *)t->net + t->model->seed_offset, &t->seed, sizeof t->seed);
    store_total(t);
    code = mf_settings_apply(t->model, t->net, &o->set);
    return code != 0 ? code : mf_log_open(&t->log, t->model, o->log, t->step);
}

static void print_end(const MfTraining *t)
{
    const MfEarly *e = &t->early;
    FILE *to = mf_log_beside(&t->log);
    const char *how = stop_signal != 0 ? "stopped"
                      : early_stops(t) ? "stopped early"
                                       : "finished";
    fprintf(to, "%s after %s, %.3g s", how, mf_count((size_t)t->step, "step").text,
            mf_seconds() - t->screen.started);
    if (e->has_best)
        fprintf(to, ", best %s%s %.6g", e->valid ? "valid_" : "",
                e->number == 0 ? "loss" : e->course->train->metric[e->number - 1],
                e->best_value);
    else if (t->step > t->screen.first)
        fprintf(to, ", loss %.6g", t->loss);
    putc('\n', to);
}

static int training_end(MfTraining *t, const MfOptions *o, int code)
{
    if (code == 0)
        checkpoint(t);
    if (o->profile)
        mf_profile_log(t->model, t->net, &t->log);
    if (mf_log_close(&t->log) != 0)
        t->code = 3;
    if (code != 0)
        return code; /* what --save names stays as it was */
    if (t->early.has_best)
        mf_params_restore(t->model, t->net, t->early.best);
    if (!o->quiet)
        print_end(t);
    if (o->profile)
        mf_profile_print(t->model, t->net, mf_log_beside(&t->log));
    if (o->save != NULL &&
        mf_params_save(t->model, t->net, &t->lead->data.fit, o->save) != 0)
        t->code = 3;
    return stop_signal != 0 ? 128 + stop_signal : t->code;
}

static void training_free(MfTraining *t)
{
    for (int i = 0; i < t->n_courses; i++)
        mf_course_free(&t->course[i]);
    free(t->course);
    free(t->early.best);
    mf_tensors_close(&t->resumed);
    free(t->resumed_path);
    if (t->lock >= 0)
        close(t->lock);
}

int mf_train(const MfModel *model, void *net, const MfOptions *o)
{
    MfFit fit = {0};
    MfTraining t = {.model = model,
                    .net = net,
                    .dir = o->checkpoint,
                    .lock = MF_NO_LOCK,
                    .seed = mf_seed(model, o),
                    .nan_check = o->nan_check,
                    .saved_step = UINT64_MAX};
    if (model->n_trains == 0)
        return mf_fail(2, "%s has no mf.train: there is nothing to train", model->name);
    if (o->resume && o->checkpoint == NULL)
        return mf_fail(2, "--resume needs --checkpoint DIR");
    int code = mf_net_prepare(model, net, o, &fit);
    if (code == 0 && o->profile)
        code = mf_profile_begin(model, net);
    if (code == 0 && o->profile && o->log != NULL && mf_path_ends(o->log, ".csv"))
        fprintf(stderr, "%s: a table has no place for the profile, a .jsonl has\n",
                o->log);
    if (code == 0 && o->resume)
        code = mf_resume_open(&t, o, &fit);
    if (code == 0)
        code = training_begin(&t, o, &fit);
    if (code == 0 && model->blas && !o->quiet)
        fprintf(stderr,
                "note: products by OpenBLAS: the last bits of results depend on "
                "the machine\n");
    if (code == 0) {
        catch_signals();
        mf_screen_begin(&t.screen, o->quiet, t.step, t.total);
        code = train_loop(&t);
        code = training_end(&t, o, code);
    }
    training_free(&t);
    mf_fit_free(&fit);
    return code;
}

/*
 * test_trainer.c - the trainer as its users see it, on a model written by hand:
 * command line, logs, evaluation, and above all that a training which was stopped
 * anywhere, by anything, goes on to the same bits. (What is saved: test_saved.c.)
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "mf_course.h"
#include "mf_log.h"
#include "mf_params.h"
#include "mf_rows.h"
#include "trainer_run.h"

#include <check.h> /* last: it defines a macro called fail */

static void pause_ms(long ms)
{
    struct timespec t = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&t, NULL);
}

/* ---- the command line ---- */

typedef struct Case {
    const char *line;
    int code;
    const char *says; /* in out or err */
} Case;

static const Case cases[] = {
    {"--steps 3", 0, "finished after 3 steps"},
    {"train --epochs=2", 0, "epoch 2/2"},
    {"--help", 0, "Exit codes"},
    {"train --help", 0, "--checkpoint DIR"},
    {"eval --help", 0, "--split NAME"},
    {"--version", 0, "tiny 0000000000001111"},
    {"trian", 2, "unknown command \"trian\": did you mean train?"},
    {"--epoch 3", 2, "did you mean --epochs?"},
    {"--stpes 3", 2, "did you mean --steps?"},
    {"--xyzzy", 2, "see --help"},
    {"eval --epochs 3", 2, "--epochs is not an option of eval"},
    {"--steps", 2, "--steps needs a value"},
    {"--log --quiet", 2, "--log needs a value"},
    {"--steps 3x", 2, "whole number"},
    {"--steps -3", 2, "whole number"},
    {"--steps 99999999999999999999", 2, "whole number"},
    {"--quiet=1", 2, "takes no value"},
    {"--seed -1", 2, "--seed wants"},
    {"--threads 0", 2, "--threads wants"},
    {"--set lr=0.2 --steps 1", 0, "finished"},
    {"--set rate=0.2", 2, "there are: \"lr\", \"beta "},
    {"--set lr", 2, "NAME=VALUE"},
    {"--set lr=fast", 2, "not a number"},
    {"--seed 3 eval", 2, "eval: the command comes first"},
    {"--resume", 2, "--checkpoint DIR"},
    {"--resume --checkpoint none", 3, "none"},
    {"--params none.safetensors", 3, "none.safetensors"},
    {"--steps 1 --save none/a.st", 3, "none/a.st"},
    {"--steps 1 --log none/a.jsonl", 3, "none/a.jsonl"},
    {"eval", 0, "loss "},
    {"eval --split none", 2, "no split"},
    {"eval --batches 1", 0, "4 of 22 rows"},
    {"eval --batches 2", 0, "8 of 22 rows"},
    {"eval --batches 100", 0, "22 rows"},
    {"eval --batches", 2, "--batches needs a value"},
    {"train --batches 2", 2, "--batches is not an option of train"},
    {"call", 2, "name of a function"},
    {"call nothing", 2, "there are: \"mixed\", \"predict\""},
    {"call predict", 2, "--in x=FILE.npy, f32[5,3]"},
    {"call predict --in z=a.npy", 2, "it has: \"x\""},
    {"call predict --in a.npy", 2, "NAME=FILE.npy"},
    {"call predict --in x=none.npy", 3, "none.npy"},
    {"call predict more", 2, "no argument"},
    {"predict", 2, "--in FILE"},
    {"predict --in a --out b --func mixed", 2, "use call"},
    {"info", 0, "parameter  w         f32[3,1]\n"},
    {"info --json", 0, "\"name\":\"beta \\\"1\\\"\""},
    {"self-test", 0, "predict is not compared"},
};

START_TEST(command_line)
{
    const Case *c = &cases[_i];
    int code = trainer_run(TINY_PLAIN, c->line);
    ck_assert_msg(code == c->code, "'%s' returns %d, not %d", c->line, code, c->code);
    ck_assert_msg(file_says("out", c->says) || file_says("err", c->says),
                  "'%s' does not say '%s'", c->line, c->says);
    ck_assert_msg(code == 0 || file_says("err", "error: "), "'%s' fails without a word",
                  c->line);
}
END_TEST

/* ---- logs ---- */

START_TEST(log_has_a_line_a_step)
{
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--epochs 3 --log a.jsonl --save a.st"),
                     0);
    ck_assert_int_eq(file_lines("a.jsonl"), 15); /* 22 rows, 5 batches of 4 */
    ck_assert(file_says("a.jsonl", "{\"step\":1,\"epoch\":0,\"loss\":"));
    ck_assert(file_says("a.jsonl", "{\"step\":15,\"epoch\":2,\"loss\":"));
    ck_assert(file_says("a.jsonl", ",\"mae\":"));
    ck_assert_int_eq(file_lines("out"), 4); /* an epoch each, and the end */
    ck_assert(file_says("err", "2 of 22 rows"));
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--epochs 3 --log a.csv --quiet"), 0);
    ck_assert(file_says("a.csv", "step,epoch,loss,mae\n1,0,"));
    ck_assert_int_eq(file_lines("a.csv"), 16);
    ck_assert_int_eq(file_lines("out") + file_lines("err"), 0);
}
END_TEST

START_TEST(log_of_validation)
{
    trainer_run(TINY_EARLY, "--steps 5 --log a.jsonl");
    char *text = file_text("a.jsonl", NULL), *line = text;
    for (int step = 1; step <= 5; step++) {
        char *end = strchr(line, '\n');
        ck_assert_ptr_nonnull(end);
        *end = '\0';
        ck_assert_int_eq(strstr(line, "\"valid_loss\":") != NULL, step % 2 == 0);
        ck_assert_int_eq(strstr(line, "\"valid_mae\":") != NULL, step % 2 == 0);
        line = end + 1;
    }
    free(text);
    trainer_run(TINY_EARLY, "--steps 2 --log a.csv");
    ck_assert(file_says("a.csv", "step,epoch,loss,mae,valid_loss,valid_mae\n"));
    ck_assert(file_says("a.csv", ",,\n2,0,"));
}
END_TEST

/* The step of an a.csv, that of a training of `steps`, in which it was validated last.
 */
static int last_validated(int steps)
{
    char line[80];
    snprintf(line, sizeof line, "--steps %d --log a.csv", steps);
    trainer_run(TINY_SELDOM, line);
    char *text = file_text("a.csv", NULL);
    int step = 0, last = 0;
    for (char *at = strchr(text, '\n'); at[1] != '\0'; at = strchr(at + 1, '\n')) {
        step++;
        last = strchr(at + 1, '\n')[-1] != ',' ? step : last;
    }
    ck_assert_int_eq(step, steps);
    free(text);
    return last;
}

/* Four steps are an epoch; what ends before two of them is validated at its end. */
START_TEST(validation_every_two_epochs)
{
    ck_assert_int_eq(last_validated(7), 7);
    ck_assert_int_eq(last_validated(8), 8);
    ck_assert_int_eq(last_validated(11), 8);
}
END_TEST

START_TEST(log_of_two_trains)
{
    ck_assert_int_eq(trainer_run(TINY_PAIR, "--steps 7 --log a.jsonl"), 0);
    ck_assert(file_says("a.jsonl", "{\"step\":2,\"epoch\":0,\"train\":\"d\","));
    ck_assert(file_says("a.jsonl", "{\"step\":3,\"epoch\":0,\"train\":\"g\","));
    ck_assert(file_says("a.jsonl", "{\"step\":4,\"epoch\":0,\"train\":\"d\","));
    ck_assert(file_says("a.jsonl", "{\"step\":6,\"epoch\":0,\"train\":\"g\","));
    ck_assert_int_eq(trainer_run(TINY_PAIR, "--epochs 2 --log a.csv"), 0);
    ck_assert(file_says("a.csv", "step,epoch,train,loss,mae\n"));
    ck_assert_int_eq(file_lines("a.csv"), 19); /* 5 batches: 3 rounds of d, d, g */
    ck_assert_int_eq(trainer_run(TINY_PAIR, "eval"), 0);
    ck_assert(file_says("out", "d.loss ") && file_says("out", "g.loss "));
}
END_TEST

/* That of the step's line in a.csv. */
static double logged_loss(int step)
{
    char key[16], *log = file_text("a.csv", NULL);
    snprintf(key, sizeof key, "\n%d,", step);
    char *line = strstr(log, key);
    ck_assert_ptr_nonnull(line);
    double loss = strtod(strchr(line + strlen(key), ',') + 1, NULL);
    free(log);
    return loss;
}

/* Of a step of two batches: the mean of what they are one by one. Of five batches in an
 * epoch one is left out, so the third step begins the next. */
START_TEST(log_of_accumulated_batches)
{
    trainer_run(TINY_PLAIN, "--steps 2 --set lr=0 --no-shuffle --log a.csv");
    double mean = (logged_loss(1) + logged_loss(2)) / 2;
    trainer_run(TINY_ACCUMULATE, "--steps 3 --set lr=0 --no-shuffle --log a.csv");
    ck_assert(fabs(logged_loss(1) / mean - 1) < 1e-5);
    ck_assert(logged_loss(3) == logged_loss(1));
}
END_TEST

START_TEST(training_lowers_the_loss)
{
    trainer_run(TINY_PLAIN, "--steps 0 --save a.st");
    trainer_run(TINY_PLAIN, "eval --params a.st");
    char *before = file_text("out", NULL);
    trainer_run(TINY_PLAIN, "--epochs 50 --save b.st");
    trainer_run(TINY_PLAIN, "eval --params b.st");
    char *after = file_text("out", NULL);
    ck_assert(strtod(after + 5, NULL) < 0.1 * strtod(before + 5, NULL));
    free(before);
    free(after);
}
END_TEST

START_TEST(divergence)
{
    file_put("a.st", "old", 3);
    int code = trainer_run(TINY_PLAIN, "--set lr=2e37 --save a.st --log a.jsonl "
                                       "--checkpoint c");
    ck_assert_int_eq(code, 4);
    ck_assert(file_says("err", "diverged at step 2: the loss is inf"));
    char *log = file_text("a.jsonl", NULL), *null = strstr(log, "\"loss\":null");
    ck_assert_ptr_nonnull(null);
    ck_assert_ptr_null(strstr(null + 1, "\"loss\":null")); /* inf is the end already */
    free(log);
    ck_assert(file_says("a.st", "old"));
    ck_assert_int_eq(system("ls c >n"), 0);
    ck_assert_int_eq(file_lines("n"), 0);
    code = trainer_run(TINY_PLAIN, "--set lr=1e38 --nan-check");
    ck_assert_int_eq(code, 4);
    ck_assert(file_says("err", "diverged at step 1: w holds"));
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--set lr=2e37 --nan-check"), 4);
    ck_assert(file_says("err", "step 2: the loss is inf, of finite tensors"));
}
END_TEST

/* ---- rows ---- */

static uint64_t row_at(MfRows *r, uint64_t number, uint64_t place)
{
    uint64_t row[4];
    mf_rows_batch(r, number, row);
    return row[place];
}

START_TEST(an_epoch_visits_every_row_once)
{
    MfRows r;
    ck_assert_int_eq(mf_rows_begin(&r, MF_SHUFFLE, 3, 9, 24, 4), 0);
    uint64_t first[24];
    int stays = 0; /* in all epochs: one of them, on average, in each */
    for (uint64_t epoch = 0; epoch < 12; epoch++) {
        int seen[24] = {0}, same = 0;
        for (uint64_t i = 0; i < 24; i++) {
            uint64_t row = row_at(&r, epoch * 6 + i / 4, i % 4);
            ck_assert_int_lt((int)row, 24);
            seen[row]++;
            stays += row == i;
            same += epoch > 0 && first[i] == row;
            first[i] = epoch == 0 ? row : first[i];
        }
        for (int i = 0; i < 24; i++)
            ck_assert_int_eq(seen[i], 1);
        ck_assert_int_lt(same, 12);
    }
    ck_assert(stays >= 4 && stays <= 24);
    mf_rows_free(&r);
}
END_TEST

START_TEST(order_and_replacement)
{
    MfRows r;
    mf_rows_begin(&r, MF_IN_ORDER, 3, 9, 22, 4);
    ck_assert_int_eq((int)row_at(&r, 4, 3), 19);
    ck_assert_int_eq((int)row_at(&r, 5, 0), 0);
    mf_rows_free(&r);
    mf_rows_begin(&r, MF_REPLACEMENT, 3, 9, 5, 4);
    int seen[5] = {0}, same = 0; /* as the one before in the batch */
    for (uint64_t i = 0; i < 4000; i++) {
        uint64_t row = row_at(&r, i / 4, i % 4);
        seen[row]++;
        same += i % 4 > 0 && row == row_at(&r, i / 4, i % 4 - 1);
    }
    for (int i = 0; i < 5; i++)
        ck_assert(seen[i] > 650 && seen[i] < 950);
    ck_assert(same > 450 && same < 750);
    ck_assert_int_eq(mf_rows_begin(&r, MF_SHUFFLE, 3, 9, 3, 4), 3);
}
END_TEST

/* ---- stopping and going on ---- */

static void forget_run(void)
{
    if (system("rm -rf c b.*") != 0)
        abort();
}

START_TEST(resume_is_exact)
{
    static const TinyKind kinds[] = {TINY_PLAIN, TINY_EARLY, TINY_ACCUMULATE,
                                     TINY_PAIR};
    TinyKind kind = kinds[_i];
    ck_assert_int_eq(trainer_run(kind, "--steps 23 --log a.jsonl --save a.st"), 0);
    int stopped = 0;
    for (int step = 1; step < 23; step++) {
        forget_run();
        tiny_stop_at = step;
        int code = trainer_run(kind, "--steps 23 --checkpoint c --log b.jsonl");
        tiny_stop_at = 0;
        if (code == 0)
            continue; /* this step was one of the other train, or not reached */
        ck_assert_int_eq(code, 128 + SIGINT);
        stopped++;
        code = trainer_run(kind, "--steps 23 --checkpoint c --resume --log b.jsonl "
                                 "--save b.st");
        ck_assert_int_eq(code, 0);
        ck_assert_msg(same_files("a.st", "b.st"), "other bits, resumed at %d", step);
        ck_assert_msg(same_files("a.jsonl", "b.jsonl"), "another log at %d", step);
    }
    ck_assert_int_gt(stopped, 9);
}
END_TEST

/* 0 is one too, where the training has another. */
START_TEST(any_seed_can_be_given)
{
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--steps 3 --save own.st"), 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--seed 7 --steps 3 --save same.st"), 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--seed 0 --steps 3 --save zero.st"), 0);
    ck_assert(same_files("own.st", "same.st"));
    ck_assert(!same_files("own.st", "zero.st"));
}
END_TEST

/* It goes on with the seed that it began with. */
START_TEST(resuming_keeps_the_seed)
{
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--seed 9 --steps 12 --save a.st"), 0);
    tiny_stop_at = 6;
    int code = trainer_run(TINY_PLAIN, "--seed 9 --steps 12 --checkpoint c");
    tiny_stop_at = 0;
    ck_assert_int_eq(code, 128 + SIGINT);
    code = trainer_run(TINY_PLAIN, "--steps 12 --checkpoint c --resume --save b.st");
    ck_assert_int_eq(code, 0);
    ck_assert(same_files("a.st", "b.st"));
}
END_TEST

/* What an epoch has summed up, and how long nothing has become better. */
START_TEST(resuming_keeps_count)
{
    static const struct {
        TinyKind kind;
        const char *line, *counted;
    } run[] = {{TINY_PLAIN, "--epochs 3", "epoch 2/3"},
               {TINY_EARLY, "--epochs 500 --set lr=0.5", "stopped early after 22 "}};
    char line[100];
    snprintf(line, sizeof line, "%s --save a.st", run[_i].line);
    ck_assert_int_eq(trainer_run(run[_i].kind, line), 0);
    char *whole = file_text("out", NULL), *told = strstr(whole, run[_i].counted);
    ck_assert_ptr_nonnull(told);
    told[strcspn(told, "\n,")] = '\0';
    snprintf(line, sizeof line, "%s --checkpoint c", run[_i].line);
    tiny_stop_at = _i == 0 ? 7 : 19;
    int code = trainer_run(run[_i].kind, line);
    tiny_stop_at = 0;
    ck_assert_int_eq(code, 128 + SIGINT);
    snprintf(line, sizeof line, "%s --checkpoint c --resume --save b.st", run[_i].line);
    ck_assert_int_eq(trainer_run(run[_i].kind, line), 0);
    ck_assert_msg(file_says("out", told), "it does not say '%s'", told);
    ck_assert(same_files("a.st", "b.st"));
    free(whole);
}
END_TEST

START_TEST(resuming_wants_the_same_rows)
{
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--steps 3 --checkpoint c"), 0);
    FILE *x = fopen("x.csv", "w"), *y = fopen("y.csv", "w");
    ck_assert(x != NULL && y != NULL);
    for (int i = 0; i < 21; i++) {
        fprintf(x, "%d,%d,1\n", i, i % 3);
        fprintf(y, "%d\n", i);
    }
    fclose(x);
    fclose(y);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--checkpoint c --resume --data x=x.csv "
                                             "--data y=y.csv"),
                     3);
    ck_assert(file_says("err", "it was trained on other data: rows were \"22 in"));
}
END_TEST

/* Of an epoch of two steps. */
START_TEST(checkpoints_of_epochs)
{
    ck_assert_int_eq(trainer_run(TINY_ACCUMULATE, "--epochs 3 --checkpoint c"), 0);
    ck_assert_int_eq(system("ls c >n"), 0);
    ck_assert(file_says("n",
                        "step-000000004.safetensors\nstep-000000006.safetensors\n"));
    ck_assert_int_eq(file_lines("n"), 2);
}
END_TEST

/* Starts a training again and again and ends it a little later each time, until
 * it is done. */
static void interrupt_until_done(TinyKind kind, const char *line, int number)
{
    int code = 1;
    for (int run = 0; code != 0 && run < 1000; run++) {
        char all[200];
        snprintf(all, sizeof all, "%s%s", line, file_exists("c") ? " --resume" : "");
        pid_t pid = trainer_start(kind, all);
        /* long enough in the end */
        pause_ms(2 + run % 9 + run / 10 + run * run / 2000);
        kill(pid, number);
        code = trainer_wait(pid);
        bool expected = code == 0 || code == 1000 + number ||
                        (number != SIGKILL && code == 128 + number);
        ck_assert_msg(expected, "exit code %d", code);
    }
    ck_assert_int_eq(code, 0);
}

START_TEST(signals_do_not_change_bits)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGKILL};
    TinyKind kind = numbers[_i] == SIGKILL ? TINY_CAREFUL : TINY_PLAIN;
    char line[100];
    int steps = numbers[_i] == SIGKILL ? 200 : 8000;
    snprintf(line, sizeof line, "--steps %d --log a.csv --save a.st", steps);
    ck_assert_int_eq(trainer_run(kind, line), 0);
    snprintf(line, sizeof line, "--steps %d --log b.csv --save b.st --checkpoint c",
             steps);
    interrupt_until_done(kind, line, numbers[_i]);
    ck_assert(same_files("a.st", "b.st"));
    ck_assert(same_files("a.csv", "b.csv"));
    ck_assert_int_eq(system("ls -A c | grep -c tmp >n; grep -q '^0$' n"), 0);
}
END_TEST

START_TEST(a_full_disk_stops_nothing)
{
    ck_assert_int_eq(trainer_run(TINY_EARLY, "--steps 2 --checkpoint c --quiet"), 0);
    struct rlimit limit = {400, RLIM_INFINITY}, before;
    getrlimit(RLIMIT_FSIZE, &before);
    limit.rlim_max = before.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    int code = trainer_run(TINY_EARLY, "--steps 9 --checkpoint c --resume");
    setrlimit(RLIMIT_FSIZE, &before);
    ck_assert_int_eq(code, 3);
    ck_assert(file_says("out", "finished after 9 steps"));
    ck_assert_int_eq(system("ls c >n"), 0);
    ck_assert(file_says("n", "step-000000002.safetensors"));
    ck_assert_int_eq(file_lines("n"), 1);
}
END_TEST

START_TEST(checkpoints_are_kept_and_refused)
{
    ck_assert_int_eq(trainer_run(TINY_EARLY, "--steps 11 --checkpoint c"), 0);
    ck_assert_int_eq(system("ls c >n"), 0);
    ck_assert(file_says("n",
                        "step-000000009.safetensors\nstep-000000011.safetensors\n"));
    ck_assert_int_eq(file_lines("n"), 2);
    ck_assert_int_eq(trainer_run(TINY_OTHER, "--checkpoint c --resume"), 3);
    ck_assert(file_says("err", "tiny 0000000000003333"));
    ck_assert(file_says("err", "tiny 0000000000002222"));
    ck_assert_int_eq(trainer_run(TINY_EARLY, "--checkpoint c --resume --seed 8"), 2);
    ck_assert_int_eq(trainer_run(TINY_EARLY, "--steps 1 --checkpoint c"), 2);
    ck_assert(file_says("err", "up to step 11: go on with --resume"));
    ck_assert_int_eq(truncate("c/step-000000011.safetensors", 500), 0);
    ck_assert_int_eq(trainer_run(TINY_EARLY, "--steps 12 --checkpoint c --resume"), 0);
    ck_assert(file_says("err", "going back"));
    ck_assert_int_eq(trainer_run(TINY_EARLY,
                                 "eval --params c/step-000000012.safetensors"),
                     0);
}
END_TEST

START_TEST(early_stopping_brings_back_the_best)
{
    TinyKind kind = _i == 0 ? TINY_EARLY : TINY_RISES;
    const char *key = _i == 0 ? "\"valid_mae\":" : "\"valid_accuracy\":";
    const char *name = _i == 0 ? "mae " : "accuracy ";
    const char *line = _i == 0 ? "--epochs 500 --set lr=0.1 --save a.st --log a.jsonl"
                               : "--epochs 500 --set lr=0.7 --save a.st --log a.jsonl";
    ck_assert_int_eq(trainer_run(kind, line), 0);
    ck_assert(file_says("out", "stopped early after "));
    char *log = file_text("a.jsonl", NULL), *out;
    double best = _i == 0 ? INFINITY : -INFINITY;
    int since = 0, waited = 0; /* looks since the best one; since any best one */
    for (char *at = log; (at = strstr(at, key)) != NULL; at++) {
        double value = strtod(at + strlen(key), NULL);
        bool better = _i == 0 ? value < best : value > best;
        best = better ? value : best;
        since = better ? 0 : since + 1;
        waited += !better;
    }
    ck_assert_int_eq(since, 6); /* the patience of tiny_model.c */
    ck_assert_int_gt(waited, 6);
    trainer_run(kind, "eval --split valid --params a.st");
    out = file_text("out", NULL);
    ck_assert(strtod(strstr(out, name) + strlen(name), NULL) == best);
    free(log);
    free(out);
}
END_TEST

/* ---- running ---- */

START_TEST(eval_weighs_by_rows)
{
    static TinyProgram program;
    static Tiny net;
    tiny_make(&program, TINY_PLAIN);
    MfTrain *train = &program.train[0];
    MfDataset data;
    double all[2], mean[2];
    program.model.init(&net, 7);
    MfDataArgs args = {0};
    ck_assert_int_eq(mf_data_load(&program.model, train->n_in, train->in, &args, &data),
                     0);
    const MfSet *set = mf_data_set(&data, NULL);
    double sum = 0;
    for (long i = 0; i < set->rows; i++) {
        const void *row[2] = {mf_row(&set->column[0], i), mf_row(&set->column[1], i)};
        train->eval_one(&net, row, all);
        sum += all[0] / (double)set->rows;
    }
    ck_assert_int_eq(mf_course_eval(train, &net, set, 0, mean), 0);
    ck_assert(fabs(mean[0] - sum) < 1e-12 * sum);
    train->eval_one = NULL; /* two rows and the same again: the same mean */
    ck_assert_int_eq(mf_course_eval(train, &net, set, 0, mean), 0);
    ck_assert(fabs(mean[0] - sum) < 1e-12 * sum);
    mf_data_free(&data);
}
END_TEST

/* Loss, mae, and the sum of errors over the batch, of which the metric is made. */
static void eval_with_sum(void *net, const void *const *in, double *out)
{
    static TinyProgram program;
    tiny_make(&program, TINY_PLAIN);
    program.train[0].eval(net, in, out);
    out[2] = TINY_BATCH * out[1];
}

static void total_of_sum(void *net, const void *const *in, double *out)
{
    (void)net;
    out[0] = *(const double *)in[0];
}

/* The rows that do not fill a batch count once in a sum too. */
START_TEST(eval_weighs_sums_by_rows)
{
    static TinyProgram program;
    static Tiny net;
    static const int totalled[] = {1};
    tiny_make(&program, TINY_PLAIN);
    MfTrain *train = &program.train[0];
    MfDataset data;
    MfDataArgs args = {0};
    double mean[2], total[2];
    program.model.init(&net, 7);
    ck_assert_int_eq(mf_data_load(&program.model, train->n_in, train->in, &args, &data),
                     0);
    const MfSet *set = mf_data_set(&data, NULL);
    train->eval_one = NULL;
    ck_assert_int_eq(mf_course_eval(train, &net, set, 0, mean), 0);
    train->eval = eval_with_sum;
    train->n_sums = train->n_totalled = 1;
    train->totalled = totalled;
    train->total = total_of_sum;
    ck_assert_int_eq(mf_course_eval(train, &net, set, 0, total), 0);
    ck_assert(total[0] == mean[0]);
    ck_assert(fabs(total[1] - TINY_BATCH * mean[1]) < 1e-12 * total[1]);
    mf_data_free(&data);
}
END_TEST

START_TEST(predict_gives_every_row)
{
    static const char header[] = "c1,c2,c3\n";
    FILE *file = fopen("x.csv", "w");
    ck_assert_ptr_nonnull(file);
    fputs(header, file);
    for (int i = 0; i < 7; i++)
        fprintf(file, "%d,%d,1\n", i, i % 3);
    fclose(file);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--steps 9 --save a.st"), 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN,
                                 "predict --in x.csv --out p.csv --params a.st"),
                     0);
    ck_assert_int_eq(file_lines("p.csv"), 8);
    ck_assert(file_says("p.csv", "yhat\n"));
}
END_TEST

START_TEST(call_reads_and_writes_arrays)
{
    double table[3] = {0.1, 0.2, 1.0 / 3};
    int32_t ids[2] = {2, 0};
    unsigned char flag[1] = {1};
    int three[1] = {3}, two[1] = {2};
    mf_npy_write("t.npy", MF_F64, 1, three, table);
    mf_npy_write("i.npy", MF_I32, 1, two, ids);
    mf_npy_write("f.npy", MF_BOOL, 0, NULL, flag);
    const char *line = "call mixed --in table=t.npy --in ids=i.npy --in flag=f.npy "
                       "--out o";
    ck_assert_int_eq(trainer_run(TINY_PLAIN, line), 0);
    ck_assert(file_says("out",
                        "picked f64[2]\n  0.33333333333333331 0.10000000000000001"));
    ck_assert(file_says("out", "a/b bool[]\n  0\na?b i32[]\n  2\n"));
    char largest[20];
    snprintf(largest, sizeof largest, "%.*g", mf_digits(MF_I32), -2147483647.0);
    ck_assert_str_eq(largest, "-2147483647");
    double picked[2];
    MfPort port = {"picked", MF_F64, 1, {2}, 0, NULL};
    ck_assert_int_eq(mf_npy_read("o/picked.npy", &port, picked), 0);
    ck_assert(picked[0] == table[2] && picked[1] == table[0]);
    ck_assert(file_exists("o/a_b.npy") && file_exists("o/a_b_2.npy"));
    ids[0] = 3;
    mf_npy_write("i.npy", MF_I32, 1, two, ids);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, line), 3);
    ck_assert(file_says("err", "ids"));
}
END_TEST

Suite *trainer_suite(void)
{
    Suite *suite = suite_create("trainer");
    TCase *t = tcase_create("trainer");
    tcase_add_checked_fixture(t, folder_enter, folder_leave);
    tcase_add_loop_test(t, command_line, 0, sizeof cases / sizeof *cases);
    tcase_add_test(t, log_has_a_line_a_step);
    tcase_add_test(t, log_of_validation);
    tcase_add_test(t, validation_every_two_epochs);
    tcase_add_test(t, log_of_two_trains);
    tcase_add_test(t, log_of_accumulated_batches);
    tcase_add_test(t, training_lowers_the_loss);
    tcase_add_test(t, divergence);
    tcase_add_test(t, an_epoch_visits_every_row_once);
    tcase_add_test(t, order_and_replacement);
    tcase_add_loop_test(t, resume_is_exact, 0, 4);
    tcase_add_test(t, any_seed_can_be_given);
    tcase_add_test(t, resuming_keeps_the_seed);
    tcase_add_loop_test(t, resuming_keeps_count, 0, 2);
    tcase_add_test(t, resuming_wants_the_same_rows);
    tcase_add_test(t, checkpoints_of_epochs);
    tcase_add_loop_test(t, signals_do_not_change_bits, 0, 3);
    tcase_add_test(t, a_full_disk_stops_nothing);
    tcase_add_test(t, checkpoints_are_kept_and_refused);
    tcase_add_loop_test(t, early_stopping_brings_back_the_best, 0, 2);
    tcase_add_test(t, eval_weighs_by_rows);
    tcase_add_test(t, eval_weighs_sums_by_rows);
    tcase_add_test(t, predict_gives_every_row);
    tcase_add_test(t, call_reads_and_writes_arrays);
    suite_add_tcase(suite, t);
    return suite;
}

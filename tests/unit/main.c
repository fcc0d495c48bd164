/*
 * main.c - runs the suites of the unit tests. Each tests/unit/test_X.c exposes
 * `Suite *X_suite(void)`; the build makes suites.def from the files that are
 * there. With names as arguments only those suites run. The last line of the
 * output is "N passed, N failed" for tools/test.
 *
 * Each suite has a process of its own: Check's runner keeps something of every
 * assertion, which each of its forks carries on and, under the address sanitizer,
 * searches for leaks. One runner for all took four times as long in the end.
 */
#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SUITE(name) Suite *name##_suite(void);
#include "suites.def"
#undef SUITE

typedef struct Row {
    const char *name;
    Suite *(*make)(void);
} Row;

static const Row rows[] = {
#define SUITE(name) {#name, name##_suite},
#include "suites.def"
#undef SUITE
    {NULL, NULL},
};

static int is_asked(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return 1;
    return argc < 2;
}

typedef struct Score {
    int run, failed;
} Score;

static Score run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    Score score = {srunner_ntests_run(runner), srunner_ntests_failed(runner)};
    srunner_free(runner);
    return score;
}

/* The same in a process of its own; one that dies is a failure. */
static Score run_apart(const Row *row)
{
    Score score = {1, 1};
    int ends[2];
    fflush(NULL);
    if (pipe(ends) != 0)
        return score;
    pid_t child = fork();
    if (child == 0) {
        score = run_suite(row->make());
        ssize_t n = write(ends[1], &score, sizeof score);
        exit(n == (ssize_t)sizeof score ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    close(ends[1]);
    int status = 1;
    bool told = child > 0 && read(ends[0], &score, sizeof score) == sizeof score;
    close(ends[0]);
    if (child > 0)
        waitpid(child, &status, 0);
    if (!told || status != 0) {
        printf("%s:0:E: the suite ends with status %d\n", row->name, status);
        score.failed += score.failed == 0;
    }
    return score;
}

int main(int argc, char **argv)
{
    /* Seconds by the clock for each test: it ends what hangs, and nothing that is late
     * since the machine is busy. */
    setenv("CK_DEFAULT_TIMEOUT", "600", 0);
    Score all = {0, 0};
    int suites = 0;
    for (const Row *row = rows; row->name; row++)
        if (is_asked(row->name, argc, argv)) {
            Score score = run_apart(row);
            all.run += score.run;
            all.failed += score.failed;
            suites++;
        }
    if (suites == 0) {
        fprintf(stderr, "unit_tests: no such suite\n");
        return EXIT_FAILURE;
    }
    printf("%d passed, %d failed\n", all.run - all.failed, all.failed);
    return all.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

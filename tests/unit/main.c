/*
 * main.c - runs the suites of the unit tests. Each tests/unit/test_X.c exposes
 * `Suite *X_suite(void)`; the build makes suites.def from the files that are
 * there. With names as arguments only those suites run. The last line of the
 * output is "N passed, N failed" for tools/test.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

int main(int argc, char **argv)
{
    SRunner *runner = srunner_create(NULL);
    int suites = 0;
    for (const Row *row = rows; row->name; row++)
        if (is_asked(row->name, argc, argv)) {
            srunner_add_suite(runner, row->make());
            suites++;
        }
    if (suites == 0) {
        fprintf(stderr, "unit_tests: no such suite\n");
        return EXIT_FAILURE;
    }
    srunner_run_all(runner, CK_NORMAL);
    int run = srunner_ntests_run(runner), failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    printf("%d passed, %d failed\n", run - failed, failed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

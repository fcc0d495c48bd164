/*
 * test_cache.c - what mfc run and mfc build keep (cache.c), when several processes keep
 * it at once; what a recipe depends on, and which entries go.
 */
#include "cache.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

Suite *cache_suite(void);

enum { KEEPERS = 6, RECIPES = 25 };

static const char *folder; /* of the test, with the result that is kept */

static void make_folder(void)
{
    static char name[] = "/tmp/mfc_cache.XXXXXX";
    folder = mkdtemp(name);
    ck_assert_ptr_nonnull(folder);
    ck_assert_int_eq(setenv("XDG_CACHE_HOME", folder, 1), 0);
    ck_assert_int_eq(chdir(folder), 0);
    FILE *f = fopen("program", "w");
    ck_assert_ptr_nonnull(f);
    fputs("what the C compiler made", f);
    ck_assert_int_eq(fclose(f), 0);
}

static void remove_folder(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    ck_assert_int_eq(system(command), 0);
}

static Cache *cache_of(Arena *arena, int recipe)
{
    return cache_find(arena, arena_format(arena, "recipe %d\n", recipe));
}

static bool is_whole(const Cache *cache)
{
    int fd = cache_open(cache);
    return fd >= 0 && close(fd) == 0;
}

/* Keeps every recipe's result. Returns how many are not there when it has done so. */
static int keep_all(void)
{
    Arena *arena = arena_new();
    int missing = 0;
    for (int i = 0; i < RECIPES; i++) {
        const Cache *cache = cache_of(arena, i);
        cache_keep(cache, "program");
        missing += !is_whole(cache);
    }
    arena_free(arena);
    return missing;
}

static void keep_at_once(void)
{
    pid_t keepers[KEEPERS];
    for (int i = 0; i < KEEPERS; i++) {
        keepers[i] = fork();
        ck_assert_int_ge(keepers[i], 0);
        if (keepers[i] == 0)
            _exit(keep_all());
    }
    for (int i = 0; i < KEEPERS; i++) {
        int status;
        ck_assert_int_eq(waitpid(keepers[i], &status, 0), keepers[i]);
        ck_assert_int_eq(status, 0);
    }
}

START_TEST(what_several_keep_at_once_is_whole)
{
    keep_at_once();
    ck_assert_int_eq(system("test $(ls mfc | wc -l) = 25"), 0);
}
END_TEST

/* A wrong entry is replaced, by whichever of them. */
START_TEST(what_is_wrong_is_replaced)
{
    ck_assert_int_eq(keep_all(), 0);
    Arena *arena = arena_new();
    ck_assert_int_eq(system("for f in mfc/*/recipe; do echo wrong >>$f; done"), 0);
    ck_assert(!is_whole(cache_of(arena, 0)));
    ck_assert_int_eq(keep_all(), 0);
    ck_assert_int_eq(system("for f in mfc/*/program; do rm $f; done"), 0);
    ck_assert(!is_whole(cache_of(arena, 0)));
    ck_assert_int_eq(keep_all(), 0);
    ck_assert_int_eq(system("rm -r mfc/*; test $(ls mfc | wc -l) = 0"), 0);
    const char *entry = cache_of(arena, 0)->entry;
    ck_assert_int_eq(system(arena_format(arena, "echo a file >%s", entry)), 0);
    ck_assert_int_eq(keep_all(), 0);
    ck_assert_int_eq(system("test $(ls mfc | wc -l) = 25"), 0);
    arena_free(arena);
}
END_TEST

static void run(const char *command)
{
    ck_assert_msg(system(command) == 0, "%s", command);
}

START_TEST(what_is_kept_is_copied)
{
    Arena *arena = arena_new();
    const Cache *cache = cache_of(arena, 0);
    run("touch copy");
    ck_assert(!cache_copy(cache, "copy"));
    cache_keep(cache, "program");
    ck_assert(cache_copy(cache, "copy"));
    run("cmp program copy");
    ck_assert(!cache_copy(cache, "nowhere/copy"));
    arena_free(arena);
}
END_TEST

/* One that ends early, or whose program is another one. */
START_TEST(a_recipe_is_whole)
{
    Arena *arena = arena_new();
    const Cache *cache = cache_of(arena, 0);
    cache_keep(cache, "program");
    run("cp mfc/*/recipe . && truncate -s 5 mfc/*/recipe");
    ck_assert(!is_whole(cache));
    run("cp recipe mfc/*/");
    ck_assert(is_whole(cache));
    run("truncate -s +1 mfc/*/program");
    ck_assert(!is_whole(cache));
    arena_free(arena);
}
END_TEST

static void run_in(const Cache *cache, const char *command)
{
    run(arena_format(cache->arena, "cd %s && %s", cache->entry, command));
}

/* What was used longest ago goes, where there is no room for all. */
START_TEST(large_entries_go)
{
    Arena *arena = arena_new();
    Cache *large = cache_of(arena, 0), *used = cache_of(arena, 1);
    cache_keep(large, "program");
    cache_keep(used, "program");
    run_in(large, "truncate -s 300M program"); /* a hole */
    run_in(large, "touch -d 2002-02-02 .");
    run_in(used, "touch -d 2001-01-01 .");
    ck_assert(is_whole(used)); /* now */
    cache_keep(cache_of(arena, 2), "program");
    ck_assert(is_whole(used) && is_whole(cache_of(arena, 2)));
    ck_assert_int_ne(access(large->entry, F_OK), 0);
    arena_free(arena);
}
END_TEST

static const char *recipe_of(Arena *arena, const char *word, const char *source)
{
    return cache_recipe(arena, (const char *[]){"cc", word, NULL}, source);
}

/* What a compiler makes depends on. */
START_TEST(recipes_tell_apart)
{
    Arena *arena = arena_new();
    run("echo -O1 >words");
    const char *plain = recipe_of(arena, "@words", "source");
    ck_assert_str_eq(recipe_of(arena, "@words", "source"), plain);
    ck_assert_str_ne(recipe_of(arena, "@words", "source 2"), plain);
    ck_assert_str_ne(recipe_of(arena, "-O2", "source"), plain);
    ck_assert_int_eq(setenv("CPATH", folder, 1), 0);
    ck_assert_str_ne(recipe_of(arena, "@words", "source"), plain);
    ck_assert_int_eq(unsetenv("CPATH"), 0);
    run("echo -O2 -g >words");
    ck_assert_str_ne(recipe_of(arena, "@words", "source"), plain);

    run("mkdir bin && printf x >bin/made-here");
    ck_assert_int_eq(setenv("PATH",
                            arena_format(arena, "/nowhere:%s/bin:%s", folder,
                                         getenv("PATH")),
                            1),
                     0);
    const char *found = recipe_of(arena, "made-here", "source");
    run("printf xy >bin/made-here");
    ck_assert_str_ne(recipe_of(arena, "made-here", "source"), found);
    arena_free(arena);
}
END_TEST

Suite *cache_suite(void)
{
    Suite *suite = suite_create("cache");
    TCase *at_once = tcase_create("at once");
    tcase_add_checked_fixture(at_once, make_folder, remove_folder);
    tcase_set_timeout(at_once, 60);
    tcase_add_test(at_once, what_several_keep_at_once_is_whole);
    tcase_add_test(at_once, what_is_wrong_is_replaced);
    suite_add_tcase(suite, at_once);
    TCase *entries = tcase_create("entries");
    tcase_add_checked_fixture(entries, make_folder, remove_folder);
    tcase_add_test(entries, what_is_kept_is_copied);
    tcase_add_test(entries, a_recipe_is_whole);
    tcase_add_test(entries, large_entries_go);
    tcase_add_test(entries, recipes_tell_apart);
    suite_add_tcase(suite, entries);
    return suite;
}

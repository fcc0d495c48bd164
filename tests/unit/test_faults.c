/*
 * test_faults.c - each call to the system fails once: memory, opening, reading,
 * writing, syncing, renaming. A load then ends with code 3 and nothing left; a save
 * leaves the previous file as it was. The file layer is compiled here once more with
 * these calls replaced, and stands in for the library's in all unit tests.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data_files.h"
#include "record.h"

Suite *faults_suite(void);

typedef enum Fault {
    FAULT_NONE,
    FAULT_MEMORY,
    FAULT_FILE,
    FAULT_KILL,
    FAULT_SHORT
} Fault;

/* Which kind of call fails, and the how many-th. */
static struct {
    Fault kind;
    long nth, count;
} fault;

static bool fault_now(Fault kind, int error)
{
    if (fault.kind != kind || ++fault.count != fault.nth)
        return false;
    errno = error;
    return true;
}

/* A file call: fails, or the process dies in it. */
static bool fault_file(int error)
{
    if (fault_now(FAULT_KILL, 0))
        raise(SIGKILL);
    return fault_now(FAULT_FILE, error);
}

static void *fault_calloc(size_t n, size_t size)
{
    return fault_now(FAULT_MEMORY, ENOMEM) ? NULL : calloc(n, size);
}

static void *fault_realloc(void *block, size_t size)
{
    return fault_now(FAULT_MEMORY, ENOMEM) ? NULL : realloc(block, size);
}

static int fault_open(const char *path, int flags, ...)
{
    int fd = fault_file(EIO) ? -1 : open(path, flags, 0666);
    if (fd >= 0)
        record_open(fd, path, flags);
    return fd;
}

static ssize_t fault_read(int fd, void *to, size_t n)
{
    if (fault.kind == FAULT_SHORT && ++fault.count % 2 == 0) {
        errno = EINTR;
        return -1;
    }
    if (fault.kind == FAULT_SHORT && n > 7)
        n = 7;
    return fault_file(EIO) ? -1 : read(fd, to, n);
}

static ssize_t fault_write(int fd, const void *from, size_t n)
{
    if (fault.kind == FAULT_SHORT && ++fault.count % 2 == 0) {
        errno = EINTR;
        return -1;
    }
    if (fault.kind == FAULT_SHORT && n > 7)
        n = 7;
    if (!fault_file(ENOSPC)) {
        record_write(fd, from, n);
        return write(fd, from, n);
    }
    if (write(fd, from, n / 2) >= 0) /* half of it is there */
        errno = ENOSPC;
    return -1;
}

static int fault_fsync(int fd)
{
    if (fault_file(EIO))
        return -1;
    record_sync(fd);
    return fsync(fd);
}

static int fault_rename(const char *from, const char *to)
{
    if (fault_file(EACCES))
        return -1;
    record_rename(from, to);
    return rename(from, to);
}

static int fault_mkdir(const char *path, mode_t mode)
{
    if (fault_file(EACCES))
        return -1;
    int code = mkdir(path, mode);
    if (code == 0)
        record_folder(path);
    return code;
}

#define calloc fault_calloc
#define realloc fault_realloc
#define open fault_open
#define read fault_read
#define write fault_write
#define fsync fault_fsync
#define rename fault_rename
#define mkdir fault_mkdir
#include "../../runtime/mf_file.c"
#undef calloc
#undef realloc
#undef open
#undef read
#undef write
#undef fsync
#undef rename
#undef mkdir

/* ---- loading ---- */

static const MfField csv_field[] = {{.input = "x",
                                     .columns = "a,b",
                                     .scale = MF_ZSCORE},
                                    {.input = "y", .columns = "c"}};
static const MfSplit split[] = {{"train", 0.5}, {"valid", 0.5}};
static const MfField text_field[] = {{.input = "x"}, {.input = "y"}};
static const MfField npy_field[] = {{.input = "x", .split = "train", .path = "x.npy"},
                                    {.input = "x", .split = "test", .path = "x.npy"},
                                    {.input = "y", .path = "y.npy"}};
static const MfData source[] = {{.kind = MF_DATA_CSV,
                                 .path = "t.csv",
                                 .header = -1,
                                 .n_fields = 2,
                                 .field = csv_field,
                                 .n_splits = 2,
                                 .split = split},
                                {.kind = MF_DATA_TEXT,
                                 .path = "t.txt",
                                 .context = 2,
                                 .n_fields = 2,
                                 .field = text_field,
                                 .n_splits = 2,
                                 .split = split},
                                {.kind = MF_DATA_NPY,
                                 .n_fields = 3,
                                 .field = npy_field}};
static const MfPort ports[][2] =
    {{{.name = "x", .dtype = MF_F32, .rank = 2, .dim = {2, 2}},
      {.name = "y", .dtype = MF_I32, .rank = 1, .dim = {2}}},
     {{.name = "x", .dtype = MF_I32, .rank = 2, .dim = {2, 2}},
      {.name = "y", .dtype = MF_I32, .rank = 2, .dim = {2, 2}}},
     {{.name = "x", .dtype = MF_F32, .rank = 2, .dim = {2, 2}},
      {.name = "y", .dtype = MF_F64, .rank = 1, .dim = {2}}}};

static void put_sources(void)
{
    const float x[] = {1, 2, 3, 4};
    const double y[] = {1, 2, 3, 4};
    const int x_dim[] = {2, 2}, y_dim[] = {4};
    put_text("t.csv", "a,b,c\n1,2,red\n4,5,tan\n7,8,red\n1,2,red\n");
    put_text("t.txt", "hello world");
    WORKS(mf_npy_write(at("x.npy"), MF_F32, 2, x_dim, x));
    WORKS(mf_npy_write(at("y.npy"), MF_F64, 1, y_dim, y));
}

/* Loads, writes the fit and reads it back; then the rows for predicting. */
static int load_all(int i)
{
    const MfModel model = {.name = "m", .script = "m.lua", .data = &source[i]};
    const char *const in[] = {at(i == 0 ? "t.csv" : i == 1 ? "t.txt" : "x.npy")};
    MfDataArgs args = {.dir = scratch.folder};
    MfDataset data, rows;
    MfFit fit;
    if (mf_data_load(&model, 2, ports[i], &args, &data) != 0)
        return 3;
    char *text = mf_fit_text(&data.fit);
    int code = text == NULL ? 3 : mf_fit_parse(text, &fit);
    if (code == 0) {
        args.fit = &fit;
        code =
            mf_data_load_inputs(&model, i == 0 ? 2 : 1, ports[i], 1, in, &args, &rows);
        if (code == 0)
            mf_data_free(&rows);
        mf_fit_free(&fit);
    }
    free(text);
    mf_data_free(&data);
    return code;
}

static void load_failing(Fault kind)
{
    put_sources();
    for (int i = 0; i < (int)(sizeof source / sizeof *source); i++) {
        catch_begin();
        fault.kind = kind;
        fault.count = fault.nth = 0;
        int code = load_all(i);
        long n = fault.count;
        long wrong = code != 0 || n == 0 ? -1 : 0;
        for (fault.nth = 1; fault.nth <= n && wrong == 0; fault.nth++) {
            fault.count = 0;
            if (load_all(i) != 3)
                wrong = fault.nth;
        }
        fault.kind = FAULT_NONE;
        catch_end();
        ck_assert_msg(wrong == 0, "source %d: call %ld of %ld", i, wrong, n);
    }
}

START_TEST(memory)
{
    load_failing(FAULT_MEMORY);
}
END_TEST

START_TEST(reading)
{
    load_failing(FAULT_FILE);
}
END_TEST

START_TEST(interrupted)
{
    MfBytes file;
    const char text[] = "a text that takes several calls to write and to read";
    fault.kind = FAULT_SHORT;
    WORKS(mf_file_write(at("f"), text, sizeof text));
    WORKS(mf_file_read(at("f"), &file));
    fault.kind = FAULT_NONE;
    ck_assert_uint_eq(file.size, sizeof text);
    ck_assert_mem_eq(file.at, text, sizeof text);
    free(file.at);
}
END_TEST

/* ---- saving ---- */

static int save(void)
{
    static const int dim[] = {3};
    static const float v[] = {1, 2, 3};
    return mf_npy_write(at("f.npy"), MF_F32, 1, dim, v);
}

static void check_old(int files)
{
    MfBytes file;
    WORKS(mf_file_read(at("f.npy"), &file));
    ck_assert_str_eq((char *)file.at, "old");
    free(file.at);
    ck_assert_int_eq(scratch_count(), files);
}

START_TEST(writing)
{
    for (Fault kind = FAULT_MEMORY; kind <= FAULT_FILE; kind++)
        for (fault.nth = 1;; fault.nth++) {
            put_text("f.npy", "old");
            fault.kind = kind;
            fault.count = 0;
            int code = CALL(save());
            fault.kind = FAULT_NONE;
            if (fault.count < fault.nth) /* it needs no more calls */
                break;
            if (code == 0) { /* a folder that cannot be synced is forgiven */
                ck_assert_str_eq(scratch.said, "");
                continue;
            }
            ck_assert_int_eq(code, 3);
            check_said("error: ");
            check_old(1);
        }
    ck_assert_int_gt(fault.nth, 4);
}
END_TEST

START_TEST(killed)
{
    int old = 0;
    for (fault.nth = 1;; fault.nth++) {
        int status;
        put_text("f.npy", "old");
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            fault.kind = FAULT_KILL;
            fault.count = 0;
            _exit(save());
        }
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        if (WIFEXITED(status))
            break;
        MfBytes file;
        WORKS(mf_file_read(at("f.npy"), &file));
        old += strcmp((char *)file.at, "old") == 0;
        ck_assert(strcmp((char *)file.at, "old") == 0 || mf_npy_magic(&file));
        free(file.at);
    }
    ck_assert_int_ge(old, 4); /* opening, two writes, syncing, renaming */
}
END_TEST

Suite *faults_suite(void)
{
    Suite *suite = suite_create("faults");
    TCase *tests = tcase_create("faults");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, memory);
    tcase_add_test(tests, reading);
    tcase_add_test(tests, interrupted);
    tcase_add_test(tests, writing);
    tcase_add_test(tests, killed);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * test_loaders.c - the formats one by one: what they accept, and what hostile files
 * get: every truncation and every flipped bit of small NPY and CSV files gives an array
 * of the right size or a message, never a crash. (IDX and gzip: test_idx.c.)
 */
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>

#include "tolerance.h"
#include "parse_case.h"

Suite *loaders_suite(void);

/* ---- npy ---- */

/* An NPY file with this header and so many bytes of numbers; returns its size. */
static size_t npy(unsigned char *to, int version, const char *header, size_t bytes)
{
    size_t start = version == 1 ? 10 : 12, n = strlen(header);
    memcpy(to, "\x93NUMPY", 6);
    to[6] = (unsigned char)version;
    memset(to + 7, 0, start - 7);
    to[8] = (unsigned char)(n & 0xff);
    to[9] = (unsigned char)(n >> 8);
    memcpy(to + start, header, n);
    for (size_t i = 0; i < bytes; i++)
        to[start + n + i] = (unsigned char)(i % 4 == 3 ? 0x3f : i);
    return start + n + bytes;
}

static const char npy_plain[] =
    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }         \n";

START_TEST(npy_headers)
{
    static const struct {
        const char *header, *part; /* NULL: accepted */
        size_t bytes;
    } test[] =
        {{npy_plain, NULL, 24},
         {"{\"shape\":(2,3),\"descr\":\"<f4\",\"fortran_order\":False}", NULL, 24},
         {"{'descr': '|u1', 'fortran_order': False, 'shape': (6,)}", NULL, 6},
         {"{'descr': '<f8', 'fortran_order': False, 'shape': ()}", NULL, 8},
         {"{'descr': '<i8', 'fortran_order': False, 'shape': (0, 5)}", NULL, 0},
         {npy_plain, "24 bytes of f4 but 23 follow: truncated?", 23},
         {npy_plain, "24 bytes of f4 but 25 follow", 25},
         {"{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3)}", "Fortran", 24},
         {"{'descr': '>f4', 'fortran_order': False, 'shape': (2, 3)}", NULL, 24},
         {"{'descr': '<f2', 'fortran_order': False, 'shape': (2, 3)}", NULL, 12},
         {"{'descr': '<c8', 'fortran_order': False, 'shape': (3,)}", "\"<c8\"", 24},
         {"{'descr': '', 'fortran_order': False, 'shape': (3,)}", "expected integers",
          24},
         {"{'descr': '|O', 'fortran_order': False, 'shape': (2, 3)}", "\"|O\"", 24},
         {"{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)}",
          "plain numbers, not records", 8},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (-2, 3)}", "whole number",
          24},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (1152921504606846976,)}",
          "claims", 24},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
          "an extent that memory can hold", 24},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}",
          "more numbers than memory can hold", 24},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}",
          "more numbers than memory can hold", 0},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1)}",
          "at most 8 axes", 4},
         {"{'descr': '<f4', 'fortran_order': False}", "descr, fortran_order and shape",
          24},
         {"{'descr': '<f4', 'descr': '<f4', 'shape': (1,)}", "each key once", 4},
         {"{'descr': '<f4', 'fortran_order': None, 'shape': (1,)}", "True or False", 4},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': 1}",
          "descr, fortran_order or shape", 4},
         {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x",
          "nothing after }", 4},
         {"", "expected {", 4},
         {"{", "a text in quotes", 4},
         {"{'descr", "a short text in quotes", 0}};
    unsigned char file[1024];
    for (size_t i = 0; i < sizeof test / sizeof *test; i++)
        for (int version = 1; version <= 2; version++) {
            MfArray a;
            size_t n = npy(file, version, test[i].header, test[i].bytes);
            if (test[i].part != NULL) {
                FAILS(3, parse(mf_npy_parse, file, n, &a), test[i].part);
                continue;
            }
            WORKS(parse(mf_npy_parse, file, n, &a));
            read_all(&a);
        }
    size_t n = npy(file, 1, npy_plain, 24);
    MfArray a;
    file[6] = 3;
    FAILS(3, parse(mf_npy_parse, file, n, &a), "version 3.0");
    file[6] = 2;
    memset(file + 8, 0xff, 4);
    FAILS(3, parse(mf_npy_parse, file, n, &a), "claims 4294967295 bytes");
    file[0] = 'P';
    FAILS(3, parse(mf_npy_parse, file, n, &a), "does not start with");
    FAILS(3, parse(mf_npy_parse, file, 0, &a), "not an NPY file: it is empty");
    n = npy(file, 1, npy_plain, 24);
    FAILS(3, parse(mf_npy_parse, file, 8, &a), "ends within its header");
}
END_TEST

/* Integers and halves of every width, in both orders of bytes. */
START_TEST(npy_types)
{
    static const struct {
        const char *descr, *bytes;
        size_t size;
        double v;
    } test[] = {{"|u1", "\xff", 1, 255},
                {"|i1", "\xff", 1, -1},
                {"|b1", "\1", 1, 1},
                {"<u2", "\xfe\xff", 2, 65534},
                {"<i2", "\xfe\xff", 2, -2},
                {">i2", "\x80\1", 2, -32767},
                {"<u4", "\xff\xff\xff\xff", 4, 4294967295.0},
                {"<i4", "\xff\xff\xff\xff", 4, -1},
                {">u8", "\0\0\0\1\0\0\0\0", 8, 4294967296.0},
                {"<i8", "\xfe\xff\xff\xff\xff\xff\xff\xff", 8, -2},
                {"<f2", "\0\xc1", 2, -2.5},
                {">f2", "\0\1", 2, 0x1p-24},
                {">f4", "\x3f\xc0\0\0", 4, 1.5},
                {"<f8", "\0\0\0\0\0\0\xf8\x3f", 8, 1.5}};
    const MfPort port = {.name = "x", .dtype = MF_F64, .rank = 1, .dim = {1}};
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        unsigned char file[256];
        char header[128];
        double got = 0;
        snprintf(header, sizeof header,
                 "{'descr': '%s', 'fortran_order': False, 'shape': (1,)}",
                 test[i].descr);
        size_t n = npy(file, 1, header, test[i].size);
        memcpy(file + n - test[i].size, test[i].bytes, test[i].size);
        put("t.npy", file, n);
        WORKS(mf_npy_read(at("t.npy"), &port, &got));
        ck_assert_msg(got == test[i].v, "%s: %g", test[i].descr, got);
    }
}
END_TEST

START_TEST(npy_damage)
{
    static unsigned char file[8192];
    size_t n = npy(file, 1, npy_plain, 24);
    damage(mf_npy_parse, file, n, n);
    n = npy(file, 1, "{'descr': '<f4', 'fortran_order': False, 'shape': (8, 126), }\n",
            4032);
    damage(mf_npy_parse, file, n, n);
    n = npy(file, 2, npy_plain, 24);
    damage(mf_npy_parse, file, n, n);
}
END_TEST

START_TEST(npy_tensors)
{
    const MfPort f4 = {.name = "x", .dtype = MF_F32, .rank = 3, .dim = {2, 1, 3}};
    const MfPort scalar = {.name = "x", .dtype = MF_F64};
    MfPort i4 = {.name = "k", .dtype = MF_I32, .rank = 1, .dim = {3}, .limit = 9};
    const MfPort b1 = {.name = "m", .dtype = MF_BOOL, .rank = 1, .dim = {3}};
    const float x[] = {1, -0.0f, 3.5f, 4, 5, 6};
    const int32_t k[] = {0, 8, 7};
    const bool m[] = {true, false, true};
    const double one = 2.5;
    float got[6];
    int32_t ints[3];
    bool bools[3];
    double number;
    WORKS(mf_npy_write(at("x.npy"), MF_F32, 3, f4.dim, x));
    WORKS(mf_npy_read(at("x.npy"), &f4, got));
    ck_assert_mem_eq(x, got, sizeof x);
    WORKS(mf_npy_write(at("s.npy"), MF_F64, 0, NULL, &one));
    WORKS(mf_npy_read(at("s.npy"), &scalar, &number));
    ck_assert(number == one);
    WORKS(mf_npy_write(at("k.npy"), MF_I32, 1, i4.dim, k));
    WORKS(mf_npy_read(at("k.npy"), &i4, ints));
    ck_assert_mem_eq(k, ints, sizeof k);
    MfBytes file;
    WORKS(mf_file_read(at("k.npy"), &file)); /* Python wants a comma in (3,) */
    ck_assert_ptr_nonnull(strstr((char *)file.at + 10, "'shape': (3,), }"));
    free(file.at);
    WORKS(mf_npy_write(at("m.npy"), MF_BOOL, 1, b1.dim, m));
    WORKS(mf_npy_read(at("m.npy"), &b1, bools));
    ck_assert_mem_eq(m, bools, sizeof m);
    WORKS(mf_npy_read(at("m.npy"), &i4, ints));
    ck_assert_int_eq(ints[2], 1);
    ck_assert_int_eq(scratch_count(), 4);
    i4.limit = 8;
    FAILS(3, mf_npy_read(at("k.npy"), &i4, ints),
          "input k: row 1: found 8, expected a whole number from 0 to 7");
    FAILS(3, mf_npy_read(at("x.npy"), &i4, ints), "input k takes no f4 numbers");
    const MfPort flat = {.name = "x", .dtype = MF_F32, .rank = 2, .dim = {2, 3}};
    FAILS(3, mf_npy_read(at("x.npy"), &flat, got),
          "its shape is [2,1,3] but input x is [2,3]");
    FAILS(3, mf_npy_read(at("none.npy"), &flat, got), "none.npy: cannot open");
    FAILS(3, mf_npy_read(scratch.folder, &flat, got), "is a folder");
    FAILS(3, mf_npy_read("/dev/zero", &flat, got), "neither a regular file");
}
END_TEST

/* ---- csv ---- */

static int parse_csv(const char *path, MfBytes *file, MfArray *out)
{
    static const MfPort port = {.name = "x", .rank = 2, .dim = {1, 1}};
    MfCsv csv;
    int n, *position;
    int code = mf_csv_open(&csv, path, file, MF_HEADER_LIKELY);
    if (code != 0)
        return code;
    code = mf_csv_columns(&csv, "x", NULL, &n, &position);
    if (code == 0)
        code = mf_csv_read(&csv, &port, n, position, MF_NAMES_NONE, NULL, out);
    free(position);
    mf_csv_close(&csv);
    return code;
}

START_TEST(csv_damage)
{
    static const char text[] =
        "\xef\xbb\xbf\"a \"\"b\"\"\",c\r\n1.5e-3,\"2\"\r\n-4,5\r\n\r\n";
    damage(parse_csv, (const unsigned char *)text, sizeof text - 1, 21);
}
END_TEST

START_TEST(numbers)
{
    static const char *const good[] = {"0",
                                       "-0",
                                       "1",
                                       "00012",
                                       ".5",
                                       "5.",
                                       "1e0",
                                       "1E+5",
                                       "1e-22",
                                       "1e22",
                                       "1e23",
                                       "123456789012345",
                                       "1234567890123456",
                                       "0.000000000000000000000000001",
                                       "2.2250738585072011e-308",
                                       "8.98846567431158e307",
                                       "9007199254740993",
                                       "0.1",
                                       "0.3",
                                       "3.0000000000000004",
                                       "1e400",
                                       "1e-400",
                                       "0e999999999",
                                       "123456789012345e22",
                                       "179769313486231580793e289",
                                       "5e-324"};
    static const char *const bad[] = {"",    "+",   "-",     ".",   "e5",  "1e",
                                      "1e+", "0x1", "1.2.3", "--1", "1 2", "inf",
                                      "nan", "1f",  "1,",    " 1",  "1-"};
    double v;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_msg(mf_number(good[i], strlen(good[i]), &v), "%s", good[i]);
        double want = strtod(good[i], NULL); /* the same bits: -0 too */
        ck_assert_msg(memcmp(&v, &want, sizeof v) == 0, "%s: %.17g", good[i], v);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!mf_number(bad[i], strlen(bad[i]), &v), "%s", bad[i]);
}
END_TEST

START_TEST(days)
{
    static const struct {
        const char *text;
        double day;
    } good[] = {{"1970-01-01", 0},
                {"1969-12-31", -1},
                {"2000-02-29", 11016},
                {"2000-03-01", 11017},
                {"2023-12-31", 19722},
                {"2024-02-29T12:00", 19782.5},
                {"2024-12-31 18:00:00", 20088.75},
                {"1900-03-01", -25508},
                {"0001-01-01", -719162},
                {"9999-12-31", 2932896}};
    static const char *const bad[] = {"2023-02-29",       "1900-02-29",
                                      "2023-13-01",       "2023-00-10",
                                      "2023-04-31",       "2023-04-00",
                                      "0000-01-01",       "2023-4-1",
                                      "2023/04/01",       "2023-04-01T24:00",
                                      "2023-04-01 10:60", "2023-04-01 10:00:60",
                                      "2023-04-01x10:00", "2023-04-01T",
                                      "2023-04-0a",       "20230401",
                                      "-023-04-01",       ""};
    double v;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_msg(mf_day(good[i].text, strlen(good[i].text), &v), "%s",
                      good[i].text);
        ck_assert_msg(v == good[i].day, "%s: %.17g", good[i].text, v);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!mf_day(bad[i], strlen(bad[i]), &v), "%s", bad[i]);
}
END_TEST

/* ---- fits of parameter files ---- */

START_TEST(fit_damage)
{
    static const char text[] = "bytes:0a207a input:x width:14 column:0,a%20b "
                               "column:13,c scale:1.5,-2 scale:0,0.25 input:y%22 "
                               "width:2 column:1 class:a class:b%2c column:0 class:c";
    MfFit fit;
    char copy[sizeof text];
    WORKS(mf_fit_parse(text, &fit));
    ck_assert_int_eq(fit.n, 2);
    ck_assert_str_eq(fit.input[0].name[0], "a b");
    ck_assert_str_eq(fit.input[1].input, "y\"");
    char *again = mf_fit_text(&fit);
    ck_assert_str_eq(again, text);
    free(again);
    mf_fit_free(&fit);
    WORKS(mf_fit_parse("", &fit));
    mf_fit_free(&fit);
    catch_begin();
    for (size_t i = 0; i < 8 * (sizeof text - 1); i++) {
        memcpy(copy, text, sizeof text);
        copy[i / 8] ^= (char)(1u << i % 8);
        if (mf_fit_parse(copy, &fit) == 0)
            mf_fit_free(&fit);
        memcpy(copy, text, sizeof text);
        copy[i / 8] = '\0';
        if (mf_fit_parse(copy, &fit) == 0)
            mf_fit_free(&fit);
    }
    catch_end();
    FAILS(3, mf_fit_parse("input:x scale:1,0", &fit), "cannot read \"scale:1,0\"");
    FAILS(3, mf_fit_parse("scale:1,2", &fit), "scale");
    FAILS(3, mf_fit_parse("input:x column:0", &fit), "column");
    FAILS(3, mf_fit_parse("input:x width:2 column:2", &fit), "column");
    static const char *const bad[] = {"bytes:2020",
                                      "bytes:",
                                      "bytes:616",
                                      "bytes:61 bytes:62",
                                      "bytes:6g",
                                      "input:x width:99999999999",
                                      "input:x width:1x",
                                      "class:a",
                                      "input:x class:a",
                                      "input:x%2",
                                      "input:x%zz",
                                      "input:x width:2 column:0x",
                                      "input:x scale:1e999,1",
                                      "input:x scale:1,1e999",
                                      "input:x scale:1",
                                      "input:x width:2 column:0,a column:1",
                                      "input:x width:2 column:0 column:1,a",
                                      "input:x width:1 column:0,a class:%2",
                                      "words",
                                      "input:x breadth:2"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        FAILS(3, mf_fit_parse(bad[i], &fit), "cannot read");
    char many[6 + 514 + 1] = "bytes:";
    memset(many + 6, '6', 514);
    FAILS(3, mf_fit_parse(many, &fit), "cannot read");
    WORKS(mf_fit_parse("input:Az09.-_%5b%60%7b%40%2f%3a", &fit));
    ck_assert_str_eq(fit.input[0].input, "Az09.-_[`{@/:");
    again = mf_fit_text(&fit);
    ck_assert_str_eq(again, "input:Az09.-_%5b%60%7b%40%2f%3a");
    free(again);
    mf_fit_free(&fit);
}
END_TEST

/* ---- the file layer ---- */

START_TEST(writing)
{
    struct stat s;
    MfWriter w;
    MfBytes file;
    char path[200];
    snprintf(path, sizeof path, "%s", put_text("old", "old"));
    ck_assert_int_eq(chmod(path, 0640), 0);
    WORKS(mf_write_begin(&w, path));
    mf_write_put(&w, "new ", 4);
    WORKS(mf_file_read(path, &file));
    ck_assert_str_eq((char *)file.at, "old"); /* until the end */
    free(file.at);
    mf_write_put(&w, "text", 4);
    WORKS(mf_write_end(&w));
    WORKS(mf_file_read(path, &file));
    ck_assert_str_eq((char *)file.at, "new text");
    free(file.at);
    ck_assert_int_eq(stat(path, &s), 0);
    ck_assert_int_eq(s.st_mode & 0777, 0640);
    WORKS(mf_write_begin(&w, path));
    mf_write_put(&w, "gone", 4);
    mf_write_drop(&w);
    ck_assert_int_eq(scratch_count(), 1);
    ck_assert_int_eq(symlink("old", at("link")), 0);
    WORKS(mf_file_write(at("link"), "by link", 7));
    ck_assert_int_eq(lstat(at("link"), &s), 0);
    ck_assert(S_ISLNK(s.st_mode));
    WORKS(mf_file_read(path, &file));
    ck_assert_str_eq((char *)file.at, "by link");
    free(file.at);
    ck_assert_int_eq(scratch_count(), 2);
    FAILS(3, mf_file_write(at("no/where"), "x", 1), "cannot write: No such file");
    FAILS(3, mf_file_write(scratch.folder, "x", 1), "is a folder");
    WORKS(mf_file_write("/dev/null", "x", 1));
    ck_assert_int_eq(stat("/dev/null", &s), 0);
    ck_assert(!S_ISREG(s.st_mode));
    if (access("/dev/full", W_OK) == 0)
        FAILS(3, mf_file_write("/dev/full", "x", 1), "No space left");
}
END_TEST

START_TEST(folders)
{
    struct stat s;
    WORKS(mf_make_folder(at("a//b/c")));
    WORKS(mf_make_folder(at("a/b/c/")));
    ck_assert_int_eq(stat(at("a/b/c"), &s), 0);
    ck_assert(S_ISDIR(s.st_mode));
    put_text("f", "");
    FAILS(3, mf_make_folder(at("f")), "cannot make the folder");
    FAILS(3, mf_make_folder(at("f/g")), "cannot make the folder");
    rmdir(at("a/b/c"));
    rmdir(at("a/b"));
    char *path = mf_path_join("d/", "x");
    ck_assert_str_eq(path, "d/x");
    free(path);
    path = mf_path_join("d", "/x");
    ck_assert_str_eq(path, "/x");
    free(path);
}
END_TEST

START_TEST(sizes)
{
    size_t product;
    ck_assert(mf_size_mul(1u << 20, 1u << 20, &product));
    ck_assert(!mf_size_mul(SIZE_MAX / 2, 3, &product));
    ck_assert(!mf_size_mul(SIZE_MAX, SIZE_MAX, &product));
    ck_assert(mf_size_mul(SIZE_MAX, 0, &product) && product == 0);
    catch_begin();
    void *block = mf_alloc(SIZE_MAX / 4, 8);
    catch_end();
    ck_assert_ptr_null(block);
    check_said("out of memory");
}
END_TEST

/* ---- the files of the examples, where they are ---- */

START_TEST(digits)
{
    const char *folder = getenv("MFC_DATA");
    const MfField field[] = {{.input = "x",
                              .path = "t10k-images-idx3-ubyte.gz",
                              .scale = MF_AFFINE,
                              .mul = 1,
                              .div = 255},
                             {.input = "y", .path = "t10k-labels-idx1-ubyte.gz"}};
    const MfSplit split[] = {{"train", 0.85}, {"test", 0.15}};
    const MfData data = {.kind = MF_DATA_IDX,
                         .n_fields = 2,
                         .field = field,
                         .n_splits = 2,
                         .split = split};
    const MfModel model = {.name = "m", .script = "m.lua", .data = &data};
    const MfPort port[] =
        {{.name = "x", .dtype = MF_F32, .rank = 4, .dim = {64, 1, 28, 28}},
         {.name = "y", .dtype = MF_I32, .rank = 1, .dim = {64}, .limit = 10}};
    const MfDataArgs args = {.dir = folder ? folder : MFC_SOURCE_DIR "/../shared/data"};
    MfDataset set;
    char path[400];
    snprintf(path, sizeof path, "%s/%s", args.dir, field[0].path);
    if (access(path, R_OK) != 0) {
        printf("skipped: %s is not here (set MFC_DATA)\n", path);
        return;
    }
    WORKS(mf_data_load(&model, 2, port, &args, &set));
    const MfSet *train = mf_data_set(&set, "train"), *test = mf_data_set(&set, "test");
    ck_assert_int_eq(train->rows, 8500);
    ck_assert_int_eq(test->rows, 1500);
    ck_assert_int_eq(*(const int32_t *)mf_row(&train->column[1], 0), 7);
    float low = 2, high = -1;
    for (long i = 0; i < test->rows; i++)
        for (size_t j = 0; j < 784; j++) {
            float v = ((const float *)mf_row(&test->column[0], i))[j];
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
    ck_assert(low == 0 && high == 1);
    mf_data_free(&set);
}
END_TEST

START_TEST(shipped_tables)
{
    const MfField field[] = {{.input = "x", .columns = "1:13", .scale = MF_ZSCORE},
                             {.input = "y", .columns = "medv"}};
    const MfData data = {.kind = MF_DATA_CSV,
                         .path = "data/boston.csv",
                         .header = -1,
                         .n_fields = 2,
                         .field = field};
    const MfModel model = {.name = "m", .script = "m.lua", .data = &data};
    const MfPort port[] = {port_of("x", MF_F64, 11, 13), port_of("y", MF_F64, 11, 1)};
    const MfDataArgs args = {.dir = MFC_SOURCE_DIR "/models"};
    MfDataset set;
    WORKS(mf_data_load(&model, 2, port, &args, &set));
    const MfSet *all = mf_data_set(&set, "train");
    ck_assert_int_eq(all->rows, 506);
    for (int j = 0; j < 13; j++) {
        double sum = 0, square = 0;
        for (long i = 0; i < 506; i++) {
            double v = ((const double *)mf_row(&all->column[0], i))[j];
            sum += v;
            square += v * v;
        }
        ck_assert_double_eq_tol(sum / 506, 0, TOL_EXTERNAL);
        ck_assert_double_eq_tol(square / 506, 1, TOL_EXTERNAL);
    }
    ROW(&all->column[1], 0, 24);
    ROW(&all->column[1], 505, 11.9);
    mf_data_free(&set);

    const MfPort weight = {.name = "W", .dtype = MF_F64, .rank = 2, .dim = {2, 16}};
    double w[2][16];
    WORKS(mf_npy_read(MFC_SOURCE_DIR "/models/data/tf_tutorial/W.npy", &weight, w));
    ck_assert(w[0][0] != 0 && w[1][15] != 0);
}
END_TEST

Suite *loaders_suite(void)
{
    Suite *suite = suite_create("loaders");
    TCase *tests = tcase_create("loaders");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, npy_headers);
    tcase_add_test(tests, npy_types);
    tcase_add_test(tests, npy_damage);
    tcase_add_test(tests, npy_tensors);
    tcase_add_test(tests, csv_damage);
    tcase_add_test(tests, numbers);
    tcase_add_test(tests, days);
    tcase_add_test(tests, fit_damage);
    tcase_add_test(tests, writing);
    tcase_add_test(tests, folders);
    tcase_add_test(tests, sizes);
    tcase_add_test(tests, shipped_tables);
    tcase_add_test(tests, digits);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * test_saved.c - what a training leaves behind, parameters and checkpoints, and what
 * reading makes of files that are damaged, hostile, or another model's.
 */
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mf_params.h"
#include "trainer_run.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *saved_suite(void);

/* ---- parameter files ---- */

static void make_files(void)
{
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--steps 9 --save a.st --checkpoint c"),
                     0);
}

/* What became of reading a damaged file; its bytes are given. */
static int load(const char *bytes, size_t n, bool checkpoint)
{
    static Tiny net;
    static TinyProgram program;
    const char *name = checkpoint ? "d/step-000000009.safetensors" : "d/a.st";
    char *path;
    MfTensorFile file;
    tiny_make(&program, TINY_PLAIN);
    file_put(name, bytes, n);
    if (!checkpoint)
        return mf_params_load(&program.model, &net, name, NULL);
    int code = mf_checkpoint_open(&program.model, "d", &file, &path);
    if (code == 0)
        code = mf_checkpoint_read(&program.model, &net, NULL, &file);
    mf_tensors_close(&file);
    free(path);
    return code;
}

START_TEST(damaged_files_are_refused)
{
    bool checkpoint = _i == 1;
    make_files();
    size_t n, refused = 0;
    char *bytes = file_text(checkpoint ? "c/step-000000009.safetensors" : "a.st", &n);
    ck_assert_int_eq(system("mkdir d"), 0);
    if (freopen("messages", "w", stderr) == NULL)
        abort();
    ck_assert_int_eq(load(bytes, n, checkpoint), 0);
    for (size_t i = 0; i < n; i++)
        ck_assert_int_eq(load(bytes, i, checkpoint), 3);
    for (size_t i = 0; i < 8 * n; i++) {
        bytes[i / 8] = (char)(bytes[i / 8] ^ (1 << i % 8));
        int code = load(bytes, n, checkpoint);
        ck_assert(code == 3 || (code == 0 && !checkpoint));
        refused += code == 3;
        bytes[i / 8] = (char)(bytes[i / 8] ^ (1 << i % 8));
    }
    ck_assert(refused > 8 * (n - 40) / 4);
    free(bytes);
}
END_TEST

typedef struct Hostile {
    const char *header;
    int data; /* bytes behind it */
    const char *says;
} Hostile;

static const Hostile hostile[] = {
    {"{}", 0, "missing in the file: \"w\", \"b\", \"mean\""},
    {"[]", 0, "not an object"},
    {"{\"w\":{}}", 0, "a text was expected"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[4,16]}}", 16,
     "leaves a gap"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[0,12]}}", 11,
     "truncated"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[0,8]}}", 8,
     "do not fit its shape"},
    {"{\"w\":{\"dtype\":\"F99\",\"shape\":[3,1],\"data_offsets\":[0,12]}}", 12,
     "unknown dtype"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[12,0]}}", 12,
     "claims bytes"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],"
     "\"data_offsets\":[0,0]}}",
     0, "do not fit its shape"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1],\"data_offsets\":[0,4]}}",
     4, "too long"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[18446744073709551616],"
     "\"data_offsets\":[0,4]}}",
     4, "whole number"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
     "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
     8, "two tensors w"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
     "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}",
     6, "overlaps"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 5,
     "belong to no tensor"},
    {"{\"w\\u001b[2J\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4,
     "control character"},
    {"{\"w\\ud800\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4,
     "bad \\u"},
    {"{\"__metadata__\":{\"a\":\"b\"},\"__metadata__\":{\"a\":\"b\"}}", 0, "twice"},
    {"{\"__metadata__\":{\"a\":3}}", 0, "a text was expected"},
    {"{\"\\u00fc\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", 4,
     "unknown to the program: \"\xc3\xbc\""},
    {"{\"w\\ud83d\\ude00\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", 4,
     "unknown to the program: \"w\xf0\x9f\x98\x80\""},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[0,16]}}", 16,
     "do not fit its shape"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[03,1],\"data_offsets\":[0,12]}}", 12,
     "whole number"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1]}}", 0,
     "a tensor without dtype, shape or data_offsets"},
    {"{\"w\\ud83d\\", 0, "bad \\u"},
    {"{\"w\\ud83d\\n\":{}}", 0, "bad \\u"},
    {"{\"w\\", 0, "unknown escape"},
    {"{\"w\\x\":{}}", 0, "unknown escape"},
    {"{\"w", 0, "a text without an end"},
    {"{\"w\":{\"dtype\":\"F\\u0001\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4,
     "unknown dtype ?"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[0,12]},"
     "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]},"
     "\"mean\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[16,20]},"
     "\"lr\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[20,24]}}",
     24, "of tiny; unknown to the program: \"lr\""},
    {"{\"w\":{\"dtype\":\"I16\",\"shape\":[3,1],\"data_offsets\":[0,6]},"
     "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[6,10]},"
     "\"mean\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[10,14]}}",
     14, "w is I16[3,1] there but F32[3,1] in this program"},
    {"{\"w\":{\"dtype\":\"U16\",\"shape\":[3,1],\"data_offsets\":[0,6]},"
     "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[6,10]},"
     "\"mean\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[10,14]}}",
     14, "w is U16[3,1] there but F32[3,1] in this program"},
    {"{\"w\":{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[0,12]},"
     "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]},"
     "\"mean\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[16,20]}}",
     20, "w is F32[1,3] there but F32[3,1] in this program: transposed, as PyTorch"},
};

START_TEST(hostile_files)
{
    const Hostile *h = &hostile[_i];
    char bytes[1000] = {0};
    size_t n = strlen(h->header);
    bytes[0] = (char)(n & 255);
    bytes[1] = (char)(n >> 8);
    memcpy(bytes + 8, h->header, n);
    file_put("a.st", bytes, 8 + n + (size_t)h->data);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "eval --params a.st"), 3);
    ck_assert_msg(file_says("err", h->says), "%s is not refused with '%s'", h->header,
                  h->says);
}
END_TEST

START_TEST(doubles_are_converted)
{
    double w[3] = {1.5, -2, 0.1}, b[1] = {4}, mean[1] = {7};
    int shape[2] = {3, 1}, one[1] = {1};
    MfPlace place[] = {{"w", MF_F64, 2, shape, w},
                       {"mean", MF_F64, 0, one, mean},
                       {"b", MF_F64, 1, one, b}};
    static TinyProgram program;
    static Tiny net;
    tiny_make(&program, TINY_PLAIN);
    ck_assert_int_eq(mf_tensors_write("a.st", place, 3, NULL, 0), 0);
    ck_assert_int_eq(mf_params_load(&program.model, &net, "a.st", NULL), 0);
    ck_assert(net.w[0] == 1.5f && net.w[1] == -2.0f && net.w[2] == 0.1f);
    ck_assert(net.b == 4.0f && net.mean == 7.0f);
}
END_TEST

START_TEST(what_is_no_file_of_tensors)
{
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "eval --params ."), 3);
    ck_assert(file_says("err", "not a regular file"));
    file_put("a.st", "12345", 5);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "eval --params a.st"), 3);
    ck_assert(file_says("err", "too short to be a safetensors file"));
}
END_TEST

/* Metadata may say anything; a file that shrinks while it is open is noticed. */
START_TEST(texts_and_tensors_come_back)
{
    static const char odd[] = "a\nb\t\"\\ \x01 \xc3\xbc";
    double w[1500];
    float narrow[1500];
    int many[1] = {1500};
    for (int i = 0; i < 1500; i++)
        w[i] = i + 0.5;
    MfPlace place = {"w", MF_F64, 1, many, w}, none = place;
    MfPlace as_float = {"w", MF_F32, 1, many, narrow};
    MfTensorFile f;
    ck_assert_int_eq(mf_tensors_write("a.st", &place, 1, &(MfPair){"k", odd}, 1), 0);
    ck_assert_int_eq(mf_tensors_open(&f, "a.st"), 0);
    ck_assert_str_eq(mf_tensors_text(&f, "k"), odd);
    ck_assert_int_eq(mf_tensors_read(&f, &as_float), 0);
    ck_assert(narrow[0] == 0.5f && narrow[1499] == 1499.5f);
    none.name = "v";
    if (freopen("messages", "w", stderr) == NULL)
        abort();
    ck_assert_int_eq(mf_tensors_read(&f, &none), 3);
    fflush(stderr);
    ck_assert(file_says("messages", "a.st: cannot find v"));
    ck_assert_int_eq(truncate("a.st", 9000), 0);
    ck_assert_int_eq(mf_tensors_read(&f, &place), 3);
    ck_assert_int_eq(mf_tensors_read(&f, &as_float), 3);
    fflush(stderr);
    ck_assert(file_says("messages", "a.st: cannot read w"));
    mf_tensors_close(&f);
}
END_TEST

/* Tensors begin at multiples of 8, whatever the header's length; truth values are bits.
 */
START_TEST(places_and_bits)
{
    unsigned char bits[3] = {0, 1, 2};
    int three[1] = {3};
    MfPlace place = {"m", MF_BOOL, 1, three, bits};
    char text[9] = "";
    MfTensorFile f;
    for (int n = 0; n < 8; n++, strcat(text, "a")) {
        ck_assert_int_eq(mf_tensors_write("a.st", &place, 1, &(MfPair){"k", text}, 1),
                         0);
        ck_assert_int_eq(mf_tensors_open(&f, "a.st"), 0);
        ck_assert_uint_eq(f.start % 8, 0);
        mf_tensors_close(&f);
    }
    if (freopen("messages", "w", stderr) == NULL)
        abort();
    ck_assert_int_eq(mf_tensors_open(&f, "a.st"), 0);
    ck_assert_int_eq(mf_tensors_read(&f, &place), 3);
    fflush(stderr);
    ck_assert(file_says("messages", "m is BOOL but holds other bytes than 0 and 1"));
    mf_tensors_close(&f);
}
END_TEST

/* ---- starting from another model's parameters ---- */

START_TEST(a_model_starts_from_another)
{
    float w[3] = {1, 2, 3}, b[1] = {9};
    int shape[2] = {3, 1}, one[2] = {1, 1};
    MfPlace place[] = {{"b", MF_F32, 2, one, b}, {"w", MF_F32, 2, shape, w}};
    static TinyProgram program;
    static Tiny net;
    ck_assert_int_eq(mf_tensors_write("a.st", place, 2, NULL, 0), 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--start-from a.st --steps 0 --save b.st"),
                     0);
    ck_assert(file_says(
        "err", "a.st lacks, in their shapes, \"b\" (F32[1,1] there), \"mean\""));
    tiny_make(&program, TINY_PLAIN);
    ck_assert_int_eq(mf_params_load(&program.model, &net, "b.st", NULL), 0);
    ck_assert(net.w[0] == 1 && net.w[2] == 3 && net.b == 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--start-from b.st --steps 0 --save c.st"),
                     0);
    ck_assert(same_files("b.st", "c.st"));
    ck_assert_int_eq(mf_tensors_write("a.st", place, 1, NULL, 0), 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--start-from a.st --steps 0"), 3);
    ck_assert(file_says("err",
                        "no tensor in it has the name and shape of one of tiny"));
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--start-from none.st --steps 0"), 3);
}
END_TEST

START_TEST(numbers_that_are_not_finite)
{
    struct {
        double d[2];
        float f[2];
        int32_t i;
    } net = {{1, 2}, {3, 4}, 5};
    const MfTensor tensor[] = {{"i", MF_I32, MF_PARAM, 0, {0}, 24},
                               {"d", MF_F64, MF_PARAM, 1, {2}, 0},
                               {"f", MF_F32, MF_STATE, 1, {2}, 16}};
    const MfModel model = {.n_tensors = 3, .tensor = tensor};
    ck_assert_ptr_null(mf_tensor_not_finite(&model, &net));
    net.f[1] = NAN;
    ck_assert_ptr_eq(mf_tensor_not_finite(&model, &net), &tensor[2]);
    net.d[1] = INFINITY;
    ck_assert_ptr_eq(mf_tensor_not_finite(&model, &net), &tensor[1]);
}
END_TEST

/* ---- folders of checkpoints ---- */

/* What a killed process left is removed, if it is certain that it is one of these. */
START_TEST(leftovers_are_removed)
{
    char live[64], abandoned[64];
    struct timespec long_ago[2] = {{0, 0}, {0, 0}};
    snprintf(live, sizeof live, "c/.mf-%ld-1.tmp", (long)getpid());
    snprintf(abandoned, sizeof abandoned, "c/.mf-%ld-2.tmp", (long)getpid());
    const char *stays[] = {live,         "c/.mf-0-1",
                           "c/.mf-x-1",  "c/.mf-12",
                           "c/step-x",   "c/step-",
                           "c/step-7.x", "c/step-99999999999999999999.safetensors",
                           "c/notes"};
    const size_t n = sizeof stays / sizeof *stays;
    ck_assert_int_eq(mkdir("c", 0700), 0);
    for (size_t i = 0; i < n; i++)
        file_put(stays[i], "", 0);
    file_put("c/.mf-999999999-1.tmp", "", 0);
    file_put(abandoned, "", 0);
    ck_assert_int_eq(utimensat(AT_FDCWD, abandoned, long_ago, 0), 0);
    ck_assert_int_eq(trainer_run(TINY_EARLY, "--steps 7 --checkpoint c"), 0);
    for (size_t i = 0; i < n; i++)
        ck_assert_msg(file_exists(stays[i]), "%s is gone", stays[i]);
    ck_assert(!file_exists(abandoned) && !file_exists("c/.mf-999999999-1.tmp"));
    ck_assert(file_exists("c/step-000000007.safetensors"));
}
END_TEST

START_TEST(what_is_no_checkpoint)
{
    static const struct {
        MfPair pair[3];
        int n;
        const char *says;
    } file[] = {{{{"kind", "parameters"}}, 1, "not a checkpoint"},
                {{{"kind", "checkpoint"}}, 1, "not a checkpoint"},
                {{{"kind", "checkpoint"}, {"program", "p"}}, 2, "not a checkpoint"},
                {{{"kind", "checkpoint"}, {"program", "p"}, {"step", "1"}},
                 3,
                 "the checksum does not fit"},
                {{{"", ""}}, 0, "not a checkpoint"}};
    ck_assert_int_eq(mkdir("c", 0700), 0);
    for (size_t i = 0; i < sizeof file / sizeof *file; i++) {
        ck_assert_int_eq(mf_tensors_write("c/step-000000001.safetensors", NULL, 0,
                                          file[i].pair, file[i].n),
                         0);
        ck_assert_int_eq(trainer_run(TINY_PLAIN, "--checkpoint c --resume"), 3);
        ck_assert(file_says("err", file[i].says));
    }
    file_put("f", "", 0);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--steps 1 --checkpoint f"), 3);
    ck_assert_int_eq(trainer_run(TINY_PLAIN, "--steps 1 --checkpoint f/c"), 3);
}
END_TEST

/* The same program by its name and hash, but not the same tensors. */
START_TEST(checkpoints_of_other_tensors)
{
    static Tiny net;
    static TinyProgram program;
    char *path;
    MfTensorFile file;
    make_files();
    tiny_make(&program, TINY_PLAIN);
    program.model.n_tensors--;
    if (freopen("messages", "w", stderr) == NULL)
        abort();
    ck_assert_int_eq(mf_checkpoint_open(&program.model, "c", &file, &path), 0);
    ck_assert_int_eq(mf_checkpoint_read(&program.model, &net, NULL, &file), 3);
    fflush(stderr);
    ck_assert(file_says("messages", "it holds other tensors than this program"));
    program.model.n_tensors++;
    ck_assert_int_eq(mf_checkpoint_read(&program.model, &net, NULL, &file), 0);
    mf_tensors_close(&file);
    free(path);
}
END_TEST

Suite *saved_suite(void)
{
    Suite *suite = suite_create("saved");
    TCase *t = tcase_create("saved");
    tcase_add_checked_fixture(t, folder_enter, folder_leave);
    tcase_add_loop_test(t, damaged_files_are_refused, 0, 2);
    tcase_add_loop_test(t, hostile_files, 0, sizeof hostile / sizeof *hostile);
    tcase_add_test(t, doubles_are_converted);
    tcase_add_test(t, what_is_no_file_of_tensors);
    tcase_add_test(t, texts_and_tensors_come_back);
    tcase_add_test(t, places_and_bits);
    tcase_add_test(t, a_model_starts_from_another);
    tcase_add_test(t, numbers_that_are_not_finite);
    tcase_add_test(t, leftovers_are_removed);
    tcase_add_test(t, what_is_no_checkpoint);
    tcase_add_test(t, checkpoints_of_other_tensors);
    suite_add_tcase(suite, t);
    return suite;
}

/*
 * test_tensors.c - safetensors headers as others write them: every escape of their
 * texts, pairs of surrogates, spaces; every field that is missing, twice or wrong;
 * tensors of the other floating dtype, truth values, tensors that overlap.
 */
#include "../../runtime/mf_safetensors.h"
#include "data_files.h"

#include <math.h>

Suite *tensors_suite(void);

/* A file with this header and `bytes` bytes of tensors, all 2. */
static const char *put_header(const char *header, size_t bytes)
{
    static unsigned char file[4000];
    size_t n = strlen(header);
    for (int i = 0; i < 8; i++)
        file[i] = (unsigned char)(n >> 8 * i);
    memcpy(file + 8, header, n);
    memset(file + 8 + n, 2, bytes);
    return put("t.st", file, 8 + n + bytes);
}

#define META(text) "{\"__metadata__\":{\"k\":\"" text "\"}}"

START_TEST(texts)
{
    static const struct {
        const char *header, *value; /* NULL: it is refused */
    } rows[] = {
        {META("plain"), "plain"},
        {META("a\\\"b\\\\c\\/d"), "a\"b\\c/d"},
        {META("\\b\\f\\n\\r\\t"), "\b\f\n\r\t"},
        {META("\\u0041\\u00e9\\u20aC"), "A\xc3\xa9\xe2\x82\xac"},
        {META("\\ud83d\\ude00"), "\xf0\x9f\x98\x80"},
        {META("\xc3\xa9"), "\xc3\xa9"},
        {"  { \"__metadata__\" : { \"k\" : \"v\" } }   ", "v"},
        {META("\\u0000"), NULL},
        {META("\\ud83d"), NULL},
        {META("\\ud83dx"), NULL},
        {META("\\ud83d\\n"), NULL},
        {META("\\ud83d\\u0041"), NULL},
        {META("\\ud83d\\ue000"), NULL},
        {META("\\ude00"), NULL},
        {META("\\u12"), NULL},
        {META("\\u12g4"), NULL},
        {META("\\x41"), NULL},
        {META("\\"), NULL},
        {META("a\nb"), NULL},
        {"{\"__metadata__\":{\"k\":\"v\"", NULL},
        {"{\"__metadata__\":{\"k\":\"v", NULL},
        {"{\"__metadata__\":{\"k\":\"\\u00", NULL},
        {"{\"__metadata__\":{\"k\"", NULL},
        {"{\"__metadata__\":{\"k\" 1}}", NULL},
        {"{\"__metadata__\":{\"k\":1}}", NULL},
        {"{\"__metadata__\":[]}", NULL},
        {"{\"__metadata__\":{\"k\":\"v\"}} x", NULL},
        {"[]", NULL},
        {"{", NULL},
        {"{\"a\"", NULL},
        {"{1:2}", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MfTensorFile f;
        const char *path = put_header(rows[i].header, 0);
        int code = CALL(mf_tensors_open(&f, path));
        if (rows[i].value == NULL)
            ck_assert_msg(code == 3 && scratch.said[0] != '\0', "%s is taken",
                          rows[i].header);
        else
            ck_assert_msg(code == 0, "%s: %s", rows[i].header, scratch.said);
        if (rows[i].value != NULL)
            ck_assert_str_eq(mf_tensors_text(&f, "k"), rows[i].value);
        mf_tensors_close(&f);
    }
}
END_TEST

#define ONE(fields) "{\"a\":{" fields "}}"
#define F32(shape, from, to)                                                           \
    "\"dtype\":\"F32\",\"shape\":[" shape "],\"data_offsets\":[" from "," to "]"

START_TEST(fields)
{
    static const struct {
        const char *header;
        size_t bytes;
        int code;
    } rows[] = {
        {ONE(F32("2", "0", "8")), 8, 0},
        {ONE(F32("", "0", "4")), 4, 0},
        {ONE(F32("1,2,1", "0", "8")), 8, 0},
        {ONE("\"data_offsets\":[0,8],\"shape\":[2],\"dtype\":\"F32\""), 8, 0},
        {ONE(F32("2", "0", "8")), 7, 3},
        {ONE(F32("2", "0", "8")), 9, 3},
        {ONE(F32("3", "0", "8")), 8, 3},
        {ONE(F32("2", "8", "0")), 8, 3},
        {ONE(F32("2", "0", "99999999999999999999")), 8, 3},
        {ONE(F32("-2", "0", "8")), 8, 3},
        {ONE(F32("2.0", "0", "8")), 8, 3},
        {ONE(F32("1,1,1,1,1,1,1,1,2", "0", "8")), 8, 3},
        {ONE(F32("4294967296,4294967296,4294967296", "0", "8")), 8, 3},
        {ONE("\"dtype\":\"F32\",\"shape\":[2]"), 8, 3},
        {ONE("\"dtype\":\"F32\",\"data_offsets\":[0,8]"), 8, 3},
        {ONE("\"shape\":[2],\"data_offsets\":[0,8]"), 8, 3},
        {ONE(F32("2", "0", "8") ",\"dtype\":\"F32\""), 8, 3},
        {ONE(F32("2", "0", "8") ",\"shape\":[2]"), 8, 3},
        {ONE(F32("2", "0", "8") ",\"data_offsets\":[0,8]"), 8, 3},
        {ONE(F32("2", "0", "8") ",\"more\":1"), 8, 3},
        {ONE("\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]"), 8, 3},
        {ONE("\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]"), 8, 3},
        {ONE("\"dtype\":\"F99\",\"shape\":[2],\"data_offsets\":[0,8]"), 8, 3},
        {"{\"a\":1}", 0, 3},
        {"{\"a\":{" F32("1", "0", "4") "},\"b\":{" F32("1", "4", "8") "}}", 8, 0},
        {"{\"b\":{" F32("1", "4", "8") "},\"a\":{" F32("1", "0", "4") "}}", 8, 0},
        {"{\"a\":{" F32("1", "0", "4") "},\"b\":{" F32("1", "0", "4") "}}", 4, 3},
        {"{\"a\":{" F32("1", "0", "4") "},\"b\":{" F32("1", "8", "12") "}}", 12, 3},
        {"{\"a\":{" F32("2", "0", "8") "},\"b\":{" F32("1", "4", "8") "}}", 8, 3},
        {"{\"a\":{" F32("1", "0", "4") "},\"a\":{" F32("1", "4", "8") "}}", 8, 3},
        {"{\"a\":{" F32("0", "0", "0") "},\"b\":{" F32("1", "0", "4") "}}", 4, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MfTensorFile f;
        const char *path = put_header(rows[i].header, rows[i].bytes);
        int code = CALL(mf_tensors_open(&f, path));
        ck_assert_msg(code == rows[i].code, "%s with %zu bytes: code %d, %s",
                      rows[i].header, rows[i].bytes, code, scratch.said);
        mf_tensors_close(&f);
    }
}
END_TEST

START_TEST(lengths)
{
    MfTensorFile f;
    FAILS(3, mf_tensors_open(&f, put("t.st", "", 0)), "t.st");
    mf_tensors_close(&f);
    FAILS(3, mf_tensors_open(&f, put("t.st", "\x01\0\0\0\0\0\0", 7)), "t.st");
    mf_tensors_close(&f);
    FAILS(3, mf_tensors_open(&f, put("t.st", "\x08\0\0\0\0\0\0\0{}", 10)), "t.st");
    mf_tensors_close(&f);
    FAILS(3, mf_tensors_open(&f, put("t.st", "\xff\xff\xff\xff\xff\xff\xff\xff{}", 10)),
          "t.st");
    mf_tensors_close(&f);
    FAILS(3, mf_tensors_open(&f, scratch.folder), "");
    mf_tensors_close(&f);
}
END_TEST

/* Floating dtypes are read as each other; nothing else is. */
START_TEST(conversions)
{
    enum { N = 1500 }; /* more than one chunk */
    static float single[N], single_back[N];
    static double wide[N], wide_back[N];
    const int dim[] = {N}, other[] = {N / 2, 2};
    bool truth[3] = {true, false, true}, truth_back[3];
    const int three[] = {3};
    for (int i = 0; i < N; i++) {
        single[i] = (float)i / 3;
        wide[i] = i / 3.0;
    }
    MfPlace places[] = {{"s", MF_F32, 1, dim, single},
                        {"w", MF_F64, 1, dim, wide},
                        {"t", MF_BOOL, 1, three, truth}};
    MfTensorFile f;
    WORKS(mf_tensors_write(at("a.st"), places, 3, NULL, 0));
    const char *path = at("a.st");
    WORKS(mf_tensors_open(&f, path));
    MfPlace crossed[] = {{"w", MF_F32, 1, dim, single_back},
                         {"s", MF_F64, 1, dim, wide_back},
                         {"t", MF_BOOL, 1, three, truth_back}};
    for (int i = 0; i < 3; i++) {
        WORKS(mf_tensors_match(&f, &crossed[i]));
        WORKS(mf_tensors_read(&f, &crossed[i]));
    }
    for (int i = 0; i < N; i++) {
        ck_assert(single_back[i] == (float)wide[i]);
        ck_assert(wide_back[i] == (double)single[i]);
    }
    ck_assert_mem_eq(truth, truth_back, sizeof truth);
    FAILS(3, mf_tensors_match(&f, &(MfPlace){"s", MF_I32, 1, dim, NULL}), "s");
    FAILS(3, mf_tensors_match(&f, &(MfPlace){"t", MF_F32, 1, three, NULL}), "t");
    FAILS(3, mf_tensors_match(&f, &(MfPlace){"s", MF_F32, 2, other, NULL}), "s");
    FAILS(3, mf_tensors_match(&f, &(MfPlace){"s", MF_F32, 1, three, NULL}), "s");
    FAILS(3, mf_tensors_match(&f, &(MfPlace){"none", MF_F32, 1, dim, NULL}), "none");
    FAILS(3, mf_tensors_read(&f, &(MfPlace){"none", MF_F32, 1, dim, NULL}), "none");
    mf_tensors_close(&f);
}
END_TEST

/* Of half the size: 1, -2.5, the largest, the least, infinity, NaN. */
START_TEST(halves)
{
    static const uint16_t bits[2][6] = {{0x3c00, 0xc100, 0x7bff, 0x8001, 0xfc00,
                                         0x7e01},
                                        {0x3f80, 0xc020, 0x7f7f, 0x8001, 0xff80,
                                         0x7fc1}};
    static const char *const dtype[] = {"F16", "BF16"};
    const double large[] = {65504, 0x1.fep127}, least[] = {-0x1p-24, -0x1p-133};
    const int six[] = {6};
    for (int i = 0; i < 2; i++) {
        char header[100], file[200];
        int n =
            snprintf(header, sizeof header,
                     "{\"w\":{\"dtype\":\"%s\",\"shape\":[6],\"data_offsets\":[0,12]}}",
                     dtype[i]);
        memcpy(file, (char[8]){(char)n}, 8);
        memcpy(file + 8, header, (size_t)n);
        for (int k = 0; k < 6; k++) {
            file[8 + n + 2 * k] = (char)(bits[i][k] & 0xff);
            file[9 + n + 2 * k] = (char)(bits[i][k] >> 8);
        }
        MfTensorFile f;
        float single[6];
        double wide[6];
        WORKS(mf_tensors_open(&f, put("t.st", file, (size_t)n + 20)));
        WORKS(mf_tensors_match(&f, &(MfPlace){"w", MF_F32, 1, six, single}));
        WORKS(mf_tensors_read(&f, &(MfPlace){"w", MF_F32, 1, six, single}));
        WORKS(mf_tensors_read(&f, &(MfPlace){"w", MF_F64, 1, six, wide}));
        FAILS(3, mf_tensors_match(&f, &(MfPlace){"w", MF_I32, 1, six, NULL}), "w");
        const double value[] = {1, -2.5, large[i], least[i], -(double)INFINITY};
        for (int k = 0; k < 5; k++)
            ck_assert(wide[k] == value[k] && single[k] == (float)value[k]);
        ck_assert(isnan(wide[5]) && isnan(single[5]));
        mf_tensors_close(&f);
    }
}
END_TEST

START_TEST(truth_is_zero_or_one)
{
    const int three[] = {3};
    bool truth[3];
    MfTensorFile f;
    const char *path =
        put_header("{\"t\":{\"dtype\":\"BOOL\",\"shape\":[3],\"data_offsets\":[0,3]}}",
                   3);
    WORKS(mf_tensors_open(&f, path));
    FAILS(3, mf_tensors_read(&f, &(MfPlace){"t", MF_BOOL, 1, three, truth}),
          "other bytes than 0 and 1");
    mf_tensors_close(&f);
}
END_TEST

Suite *tensors_suite(void)
{
    Suite *suite = suite_create("tensors");
    TCase *tests = tcase_create("tensors");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, texts);
    tcase_add_test(tests, fields);
    tcase_add_test(tests, lengths);
    tcase_add_test(tests, conversions);
    tcase_add_test(tests, halves);
    tcase_add_test(tests, truth_is_zero_or_one);
    suite_add_tcase(suite, tests);
    return suite;
}

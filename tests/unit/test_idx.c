/*
 * test_idx.c - IDX files, plain and in gzip: what they accept, every truncation and
 * every flipped bit, and streams of gzip that zlib would not make.
 */
#include "parse_case.h"

Suite *idx_suite(void);

/* ---- gzip: an IDX file of 6 x 10 x 10 with dynamic codes, a list with fixed ---- */

static const unsigned char dynamic_gz[] = {
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x75, 0xd1, 0x2b, 0x4f,
    0xc4, 0x40, 0x14, 0x86, 0xe1, 0x03, 0x0b, 0xbb, 0x84, 0x26, 0xdc, 0x19, 0xb7, 0x40,
    0x01, 0x39, 0xdc, 0xc5, 0x08, 0xee, 0x95, 0xc0, 0x00, 0xeb, 0xca, 0x9d, 0xa4, 0x62,
    0x97, 0xdb, 0xc8, 0x92, 0xf1, 0xf5, 0xe3, 0xeb, 0xd7, 0xd7, 0x8f, 0x1f, 0xbf, 0x7e,
    0x7c, 0x7d, 0x7f, 0x01, 0xfd, 0xc8, 0xda, 0x3e, 0xc9, 0x67, 0x4f, 0xde, 0xe4, 0x10,
    0xcd, 0xb4, 0x88, 0xa8, 0x5d, 0x6f, 0x76, 0x3c, 0xa2, 0x09, 0x98, 0x84, 0x16, 0x4c,
    0xc1, 0x34, 0xb4, 0xa1, 0xd3, 0xd1, 0x95, 0x2a, 0x55, 0xa5, 0xc9, 0x84, 0x85, 0x2c,
    0xb3, 0xd0, 0x29, 0xe6, 0x34, 0xf7, 0x79, 0xcc, 0xfc, 0x50, 0x89, 0xc0, 0x17, 0x46,
    0x49, 0xce, 0xe6, 0xe6, 0x61, 0x01, 0x16, 0x61, 0x09, 0x96, 0x61, 0x05, 0x56, 0x81,
    0x65, 0xa5, 0x2c, 0x42, 0x43, 0xe3, 0x83, 0x41, 0xce, 0x6d, 0x5c, 0x19, 0xe1, 0x33,
    0xee, 0x4d, 0x44, 0x56, 0x0b, 0x72, 0x26, 0x11, 0xdd, 0xee, 0x1a, 0xac, 0xc3, 0x06,
    0x84, 0xb0, 0x09, 0x5b, 0xb0, 0x0d, 0xc6, 0xf3, 0xcc, 0x0b, 0x53, 0xc5, 0x96, 0xe7,
    0x41, 0x53, 0x20, 0xe7, 0x7c, 0x07, 0x76, 0x61, 0x0f, 0xf6, 0xe1, 0x00, 0x0e, 0xe1,
    0xa8, 0x36, 0xf4, 0x2c, 0xce, 0x3d, 0xd7, 0x8e, 0x29, 0x17, 0x36, 0x05, 0x1e, 0xd7,
    0x4e, 0xe0, 0x14, 0xce, 0xe0, 0x1c, 0x2e, 0xe0, 0x12, 0xa2, 0x28, 0xb2, 0x3e, 0x10,
    0x89, 0x71, 0x24, 0xb4, 0xa5, 0xa8, 0x29, 0xf0, 0x0a, 0xae, 0xe1, 0x06, 0x24, 0xdc,
    0xc2, 0x1d, 0xdc, 0x43, 0xaf, 0xe7, 0x4b, 0x62, 0x5c, 0x2a, 0x53, 0xd4, 0x17, 0x55,
    0x53, 0x60, 0xfc, 0x00, 0x8f, 0xf0, 0x04, 0xcf, 0xf0, 0x02, 0xaf, 0xf0, 0x06, 0xef,
    0xff, 0x0f, 0x0e, 0x58, 0x28, 0x64, 0xa2, 0xf3, 0xa6, 0xc0, 0x7e, 0x7f, 0x00, 0x1f,
    0xf0, 0x09, 0x5f, 0xf0, 0x0d, 0x3f, 0xa0, 0x80, 0x33, 0x2a, 0xfd, 0xc8, 0xd9, 0x9a,
    0x1b, 0x35, 0x05, 0xa6, 0x69, 0xfa, 0x0b, 0x7f, 0xa0, 0xf6, 0xa9, 0x4a, 0x68, 0x02,
    0x00, 0x00,
};

static const unsigned char fixed_gz[] = {
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x63, 0x60, 0xe0,
    0x60, 0x64, 0x60, 0x60, 0xe0, 0x62, 0x66, 0x64, 0x61, 0x64, 0xe5, 0x64, 0x62,
    0x63, 0x65, 0x06, 0x00, 0x64, 0x9b, 0x0a, 0x86, 0x12, 0x00, 0x00, 0x00,
};

static const unsigned char idx_plain[] = {0, 0, 8, 2, 0, 0, 0, 2, 0,
                                          0, 0, 3, 1, 2, 3, 4, 5, 255};

START_TEST(idx_files)
{
    MfArray a;
    double v[6];
    unsigned char file[64];
    WORKS(parse(mf_idx_parse, idx_plain, sizeof idx_plain, &a));
    mf_array_load(&a, 0, 6, v);
    ck_assert(a.rows == 2 && a.row == 3 && v[0] == 1 && v[5] == 255);
    mf_array_free(&a);
    damage(mf_idx_parse, idx_plain, sizeof idx_plain, sizeof idx_plain);
    const unsigned char i2[] = {0, 0, 11, 1, 0, 0, 0, 2, 0xff, 0xfe, 1, 0};
    WORKS(parse(mf_idx_parse, i2, sizeof i2, &a));
    mf_array_load(&a, 0, 2, v);
    ck_assert(v[0] == -2 && v[1] == 256);
    mf_array_free(&a);
    const unsigned char f4[] = {0, 0, 13, 1, 0, 0, 0, 1, 0x3f, 0x80, 0, 0};
    WORKS(parse(mf_idx_parse, f4, sizeof f4, &a));
    mf_array_load(&a, 0, 1, v);
    ck_assert(v[0] == 1);
    mf_array_free(&a);
    memcpy(file, idx_plain, sizeof idx_plain);
    file[sizeof idx_plain] = 0;
    FAILS(3, parse(mf_idx_parse, file, sizeof idx_plain + 1, &a),
          "claims 6 bytes but 7 follow");
    memset(file + 4, 0xff, 8);
    FAILS(3, parse(mf_idx_parse, file, sizeof idx_plain, &a), "claims");
    file[3] = 9;
    FAILS(3, parse(mf_idx_parse, file, sizeof idx_plain, &a), "IDX with 9 axes");
    file[3] = 0;
    FAILS(3, parse(mf_idx_parse, file, sizeof idx_plain, &a), "IDX with 0 axes");
    file[2] = 10;
    FAILS(3, parse(mf_idx_parse, file, sizeof idx_plain, &a), "not an IDX file");
}
END_TEST

static int expand(const unsigned char *from, size_t n, size_t room, size_t *size)
{
    unsigned char *to = malloc(room + 1); /* exact, for the sanitizer */
    ck_assert_ptr_nonnull(to);
    MfGzip state = mf_gzip_expand(from, n, to, room, size);
    free(to);
    return (int)state;
}

START_TEST(gzip_files)
{
    MfArray a;
    size_t size;
    double v[10];
    WORKS(parse(mf_idx_parse, dynamic_gz, sizeof dynamic_gz, &a));
    ck_assert(a.rows == 6 && a.row == 100);
    for (size_t i = 0; i < 600; i++) {
        mf_array_load(&a, i, 1, v);
        ck_assert(v[0] ==
                  (double)(i / 37 % 2 != 0 ? i * i / 7 % 23 * 11 % 256 : i / 5));
    }
    mf_array_free(&a);
    WORKS(parse(mf_idx_parse, fixed_gz, sizeof fixed_gz, &a));
    mf_array_load(&a, 0, 10, v);
    ck_assert(a.rows == 10 && v[0] == 3 && v[5] == 9 && v[9] == 3);
    mf_array_free(&a);
    damage(mf_idx_parse, dynamic_gz, sizeof dynamic_gz, sizeof dynamic_gz);
    damage(mf_idx_parse, fixed_gz, sizeof fixed_gz, sizeof fixed_gz);

    for (size_t room = 0; room < 616; room++) {
        ck_assert_int_eq(expand(dynamic_gz, sizeof dynamic_gz, room, &size),
                         MF_GZIP_FULL);
        ck_assert_uint_eq(size, room);
    }
    ck_assert_int_eq(expand(dynamic_gz, sizeof dynamic_gz, 616, &size), MF_GZIP_OK);
    ck_assert_int_eq(expand(dynamic_gz, sizeof dynamic_gz, 700, &size), MF_GZIP_OK);
    ck_assert_uint_eq(size, 616);

    unsigned char two[2 * sizeof fixed_gz]; /* members one after another */
    memcpy(two, fixed_gz, sizeof fixed_gz);
    memcpy(two + sizeof fixed_gz, fixed_gz, sizeof fixed_gz);
    ck_assert_int_eq(expand(two, sizeof two, 100, &size), MF_GZIP_OK);
    ck_assert_uint_eq(size, 36);
    FAILS(3, parse(mf_idx_parse, two, sizeof two, &a),
          "claims 10 bytes but more follow");
    two[sizeof fixed_gz - 8] ^= 1;
    FAILS(3, parse(mf_idx_parse, two, sizeof fixed_gz, &a), "a broken gzip file");
    two[sizeof fixed_gz - 8] ^= 1;
    two[sizeof fixed_gz - 4] ^= 1; /* its length */
    FAILS(3, parse(mf_idx_parse, two, sizeof fixed_gz, &a), "a broken gzip file");
}
END_TEST

/* The second member begins with a copy of what the first one ended with. */
START_TEST(gzip_members_are_apart)
{
    const unsigned char copy[] = {0x1f, 0x8b, 8,    0,    0,    0,    0, 0, 0, 3, 3,
                                  2,    0,    0x32, 0x65, 0x23, 0x4f, 3, 0, 0, 0};
    unsigned char two[sizeof fixed_gz + sizeof copy];
    size_t size;
    memcpy(two, fixed_gz, sizeof fixed_gz);
    memcpy(two + sizeof fixed_gz, copy, sizeof copy);
    ck_assert_int_eq(expand(two, sizeof two, 100, &size), MF_GZIP_BROKEN);
}
END_TEST

START_TEST(gzip_stored)
{
    /* A name in the header, two stored blocks; the sum is that of "123456789". */
    const unsigned char file[] = {0x1f, 0x8b, 8,    8,    0,    0,   0,   0,   0,   3,
                                  'n',  0,    0,    4,    0,    251, 255, '1', '2', '3',
                                  '4',  1,    5,    0,    250,  255, '5', '6', '7', '8',
                                  '9',  0x26, 0x39, 0xf4, 0xcb, 9,   0,   0,   0};
    unsigned char to[9];
    size_t size;
    ck_assert_int_eq(mf_gzip_expand(file, sizeof file, to, 9, &size), MF_GZIP_OK);
    ck_assert_uint_eq(size, 9);
    ck_assert_mem_eq(to, "123456789", 9);
    for (size_t n = 0; n < sizeof file; n++)
        ck_assert_int_eq(expand(file, n, 9, &size), MF_GZIP_BROKEN);
}
END_TEST

/* Codes longer than the table looks up at once: "abcdefghijklmno", whose letters have
 * codes of 1 to 15 bits. */
START_TEST(gzip_long_codes)
{
    const unsigned char file[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02,
                                  0x03, 0x05, 0xe0, 0x81, 0x96, 0x24, 0x49, 0x92, 0x24,
                                  0x49, 0x7e, 0x2b, 0x20, 0xb1, 0xa8, 0x79, 0x64, 0xf5,
                                  0xec, 0xfd, 0xf8, 0x4f, 0xdc, 0xd3, 0xee, 0x7d, 0xbf,
                                  0xbf, 0x7f, 0xff, 0xfd, 0xef, 0xff, 0xfe, 0xdf, 0xff,
                                  0xf7, 0xff, 0xfb, 0xff, 0x03, 0xdf, 0x67, 0x91, 0x51,
                                  0x0f, 0x00, 0x00, 0x00};
    unsigned char to[15];
    size_t size;
    ck_assert_int_eq(mf_gzip_expand(file, sizeof file, to, 15, &size), MF_GZIP_OK);
    ck_assert_mem_eq(to, "abcdefghijklmno", 15);
    for (size_t n = 0; n < sizeof file; n++)
        ck_assert_int_eq(expand(file, n, 15, &size), MF_GZIP_BROKEN);
}
END_TEST

/* A stream between a header and eight bytes for the checks. */
static int expand_stream(const unsigned char *stream, size_t n, size_t room)
{
    unsigned char file[64] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3};
    size_t size;
    memcpy(file + 10, stream, n);
    return expand(file, 10 + n + 8, room, &size);
}

START_TEST(gzip_streams_of_no_meaning)
{
    const unsigned char length[] = {0x73, 0x1c, 0x03, 0x00};   /* symbol 286 */
    const unsigned char distance[] = {0x73, 0x04, 0x3e, 0x00}; /* distance 30 */
    const unsigned char block[] = {0x07};                      /* a block of type 3 */
    const unsigned char stored[] = {1, 4, 0, 251, 255, 'a', 'b', 'c', 'd'};
    const unsigned char nothing[] = {1, 0, 0, 255, 255};
    ck_assert_int_eq(expand_stream(length, sizeof length, 99), MF_GZIP_BROKEN);
    ck_assert_int_eq(expand_stream(distance, sizeof distance, 99), MF_GZIP_BROKEN);
    ck_assert_int_eq(expand_stream(block, sizeof block, 99), MF_GZIP_BROKEN);
    ck_assert_int_eq(expand_stream(stored, sizeof stored, 3), MF_GZIP_FULL);
    ck_assert_int_eq(expand_stream(nothing, sizeof nothing, 0), MF_GZIP_OK);
}
END_TEST

START_TEST(gzip_headers)
{
    enum { SIZE = 20 };
    static const struct {
        unsigned char at[SIZE];
    } bad[] = {{{0x1e, 0x8b, 8}},
               {{0x1f, 0x8a, 8}},
               {{0x1f, 0x8b, 7}},
               {{0x1f, 0x8b, 8, 0x80}},                      /* reserved */
               {{0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0, 9, 0}}, /* extra bytes */
               {{0x1f, 0x8b, 8,   8,   0,   0,   0,   0,   0,   0,
                 'n',  'a',  'm', 'e', 's', ' ', 'o', 'f', ' ', ' '}}, /* a name */
               {{0x1f, 0x8b, 8, 4 | 2, 0, 0, 0, 0, 0, 0, 7, 0}}};      /* a check */
    size_t size;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_int_eq(expand(bad[i].at, SIZE, 99, &size), MF_GZIP_BROKEN);
}
END_TEST

/* Of pixels one scaling is learnt for all. */
START_TEST(pixels_are_scaled_alike)
{
    const MfField field[] = {{.input = "x", .path = "x.idx", .scale = MF_MINMAX}};
    const MfPort port = {.name = "x", .dtype = MF_F64, .rank = 2, .dim = {1, 3}};
    const MfData data = {.kind = MF_DATA_IDX, .n_fields = 1, .field = field};
    const MfModel model = {.name = "m", .data = &data};
    const MfDataArgs args = {.dir = scratch.folder};
    MfDataset set;
    put("x.idx", idx_plain, sizeof idx_plain);
    WORKS(mf_data_load(&model, 1, &port, &args, &set));
    ck_assert_int_eq(set.fit.input[0].n_scaled, 1);
    const double *row = mf_row(&set.set[0].column[0], 1);
    ck_assert(row[0] == 3.0 / 254 && row[2] == 1);
    mf_data_free(&set);
}
END_TEST

Suite *idx_suite(void)
{
    Suite *suite = suite_create("idx");
    TCase *tests = tcase_create("idx");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, idx_files);
    tcase_add_test(tests, gzip_files);
    tcase_add_test(tests, gzip_members_are_apart);
    tcase_add_test(tests, gzip_stored);
    tcase_add_test(tests, gzip_long_codes);
    tcase_add_test(tests, gzip_streams_of_no_meaning);
    tcase_add_test(tests, gzip_headers);
    tcase_add_test(tests, pixels_are_scaled_alike);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * test_arrays.c - every type of number that a file may hold against every dtype of an
 * input: which of them are taken, that those come out as they went in, and that the
 * first number which does not fit is named.
 */
#include <math.h>

#include "data_files.h"

Suite *arrays_suite(void);

enum { TYPES = 4, ROWS = 3, ROW = 2, ALL = ROWS * ROW };

/* v as an item of that type, behind `to`; how many bytes it takes. */
static size_t put_item(unsigned char *to, MfItem item, double v)
{
    int64_t whole = (int64_t)v;
    uint8_t u1 = (uint8_t)whole;
    int8_t i1 = (int8_t)whole;
    int16_t i2 = (int16_t)whole;
    int32_t i4 = (int32_t)whole;
    uint16_t f2 = whole == 0 ? 0 : 0x3c00; /* 1 */
    float f4 = (float)v;
    const void *from[MF_ITEMS] = {&u1, &i1,    &u1,    &i2, &i2, &i4,
                                  &i4, &whole, &whole, &f2, &f4, &v};
    memcpy(to, from[item], mf_item_size(item));
    return mf_item_size(item);
}

static MfArray array_of(unsigned char *bytes, MfItem item, const double *v)
{
    MfArray a = {.path = "x.npy", .item = item, .at = bytes, .block = bytes};
    ck_assert(mf_array_shape(&a, 2, (size_t[]){ROWS, ROW}));
    for (int i = 0; i < ALL; i++)
        bytes += put_item(bytes, item, v[i]);
    return a;
}

static double number_at(const void *column, MfDtype dtype, int i)
{
    return dtype == MF_F32   ? (double)((const float *)column)[i]
           : dtype == MF_F64 ? ((const double *)column)[i]
           : dtype == MF_I32 ? ((const int32_t *)column)[i]
                             : ((const bool *)column)[i];
}

START_TEST(types_meet)
{
    static const double v[ALL] = {0, 1, 1, 0, 1, 1};
    const MfMap none = {.mul = 1};
    for (int item = 0; item < MF_ITEMS; item++)
        for (int dtype = 0; dtype < TYPES; dtype++) {
            unsigned char bytes[ALL * 8];
            double column[ALL];
            MfPort port = port_of("x", (MfDtype)dtype, 1, ROW);
            MfArray a = array_of(bytes, (MfItem)item, v);
            if (item >= MF_F2 && dtype == MF_I32) {
                FAILS(3, mf_array_check(&a, &port), "takes no");
                continue;
            }
            WORKS(mf_array_check(&a, &port));
            WORKS(mf_array_fill(&a, &port, &none, column));
            for (int i = 0; i < ALL; i++)
                ck_assert(number_at(column, (MfDtype)dtype, i) == v[i]);
            bool same = (item == MF_F4 && dtype == MF_F32) ||
                        (item == MF_F8 && dtype == MF_F64) ||
                        (item == MF_I4 && dtype == MF_I32);
            ck_assert(!same || (uintptr_t)bytes % 8 != 0 ||
                      mf_array_is_column(&a, &port, &none));
            ck_assert(same || !mf_array_is_column(&a, &port, &none));
        }
}
END_TEST

/* A number that does not fit, the dtype, its limit, and what is said. */
START_TEST(numbers_that_do_not_fit)
{
    static const struct {
        double v;
        MfDtype dtype;
        int limit;
        const char *part;
    } rows[] = {
        {1e39, MF_F32, 0, "within the range of f32"},
        {-1e39, MF_F32, 0, "found -1e+39"},
        {0.5, MF_I32, 0, "a whole number of 32 bits"},
        {3e9, MF_I32, 0, "a whole number of 32 bits"},
        {-3e9, MF_I32, 0, "a whole number of 32 bits"},
        {NAN, MF_I32, 0, "a whole number of 32 bits"},
        {5, MF_I32, 5, "a whole number from 0 to 4"},
        {-1, MF_I32, 5, "a whole number from 0 to 4"},
        {2, MF_BOOL, 0, "expected 0 or 1"},
        {NAN, MF_BOOL, 0, "expected 0 or 1"},
    };
    const MfMap none = {.mul = 1};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned char bytes[ALL * 8];
        double v[ALL] = {0}, column[ALL];
        v[3] = rows[i].v;
        MfPort port = port_of("x", rows[i].dtype, 1, ROW);
        port.limit = rows[i].limit;
        MfArray a = array_of(bytes, MF_F8, v);
        a.untyped = true;
        FAILS(3, mf_array_fill(&a, &port, &none, column), rows[i].part);
        check_said("row 1, number 1");
        a.line = 7;
        FAILS(3, mf_array_fill(&a, &port, &none, column), "line 8");
    }
}
END_TEST

/* Each number of a row has a limit of its own. */
START_TEST(limits_of_columns)
{
    static const int limits[ROW] = {5, 0};
    double v[ALL] = {4, -9, 0, 70}, column[ALL];
    unsigned char bytes[ALL * 8];
    MfPort port = port_of("x", MF_I32, 1, ROW);
    port.limit = 5;
    port.limits = limits;
    MfArray a = array_of(bytes, MF_F8, v);
    a.untyped = true;
    WORKS(mf_array_fill(&a, &port, &(MfMap){.mul = 1}, column));
    v[2] = 5;
    a = array_of(bytes, MF_F8, v);
    a.untyped = true;
    FAILS(3, mf_array_fill(&a, &port, &(MfMap){.mul = 1}, column),
          "row 1, number 0: found 5, expected a whole number from 0 to 4");
}
END_TEST

/* Infinities are numbers of f32. */
START_TEST(infinities_fit)
{
    static const double v[ALL] = {INFINITY, -INFINITY, 0, 1, 2, 3};
    unsigned char bytes[ALL * 8];
    float column[ALL];
    MfPort port = port_of("x", MF_F32, 1, ROW);
    MfArray a = array_of(bytes, MF_F8, v);
    WORKS(mf_array_fill(&a, &port, &(MfMap){.mul = 1}, column));
    ck_assert(isinf(column[0]) && column[1] < 0 && isinf(column[1]));
}
END_TEST

START_TEST(shapes_that_do_not_fit)
{
    unsigned char bytes[ALL * 8];
    static const double v[ALL] = {0};
    MfArray a = array_of(bytes, MF_F8, v);
    MfPort scalar = {.name = "x", .dtype = MF_F64};
    FAILS(3, mf_array_check(&a, &scalar), "is a scalar");
    MfPort wide = port_of("x", MF_F64, 1, 5);
    FAILS(3, mf_array_check(&a, &wide), "has 2 numbers in a row but input x takes 5");
    ck_assert(mf_array_shape(&a, 0, NULL));
    MfPort row = port_of("x", MF_F64, 1, 0);
    FAILS(3, mf_array_check(&a, &row), "has 0 numbers in a row");
    const size_t half = (size_t)1 << (sizeof half * 4);
    ck_assert(!mf_array_shape(&a, 3, (size_t[]){2, half, half}));
    ck_assert(!mf_array_shape(&a, 2, (size_t[]){half, half / 4}));
    ck_assert(!mf_array_shape(&a, 2, (size_t[]){2, half * (half / 8)}));
}
END_TEST

/* Scaling takes the column's own factors, or one for all; a large row is a block alone.
 */
START_TEST(scaling)
{
    static const double v[ALL] = {1, 2, 3, 4, 5, 6}, sub[] = {1, 2}, div[] = {2, 4};
    unsigned char bytes[ALL * 8];
    double column[ALL];
    MfPort port = port_of("x", MF_F64, 1, ROW);
    MfArray a = array_of(bytes, MF_F8, v);
    WORKS(mf_array_fill(&a, &port, &(MfMap){1, ROW, sub, div}, column));
    ck_assert(column[0] == 0 && column[1] == 0 && column[2] == 1 && column[5] == 1);
    WORKS(mf_array_fill(&a, &port, &(MfMap){3, 1, sub, div}, column));
    ck_assert(column[0] == 1 && column[5] == 8.5);
    ck_assert(!mf_array_is_column(&a, &port, &(MfMap){1, ROW, sub, div}));
    enum { WIDE = 1500 };
    static double many[2 * WIDE], out[2 * WIDE];
    for (int i = 0; i < 2 * WIDE; i++)
        many[i] = i;
    MfArray wide = {.path = "x", .item = MF_F8, .at = (const unsigned char *)many};
    ck_assert(mf_array_shape(&wide, 2, (size_t[]){2, WIDE}));
    port = port_of("x", MF_F64, 1, WIDE);
    WORKS(mf_array_fill(&wide, &port, &(MfMap){.mul = 1}, out));
    ck_assert_mem_eq(many, out, sizeof out);
    ck_assert(!mf_array_is_column(&wide, &port, &(MfMap){.mul = 1})); /* not ours */
}
END_TEST

/* A format by the first bytes. */
START_TEST(first_bytes)
{
    static const struct {
        const char *bytes;
        size_t n;
        bool idx, npy;
    } rows[] = {
        {"", 0, false, false},
        {"\0\0\x08\x01", 4, true, false},
        {"\0\0\x08\x01", 3, false, false},
        {"\0\0\x0e\x03", 4, true, false},
        {"\0\0\x07\x01", 4, false, false},
        {"\0\0\x0f\x01", 4, false, false},
        {"\0\0\x08\0", 4, false, false},
        {"\x01\0\x08\x01", 4, false, false},
        {"\0\x01\x08\x01", 4, false, false},
        {"\x1f\x8b\x08\0", 4, true, false},
        {"\x1f\x8c\x08\0", 4, false, false},
        {"\x93NUMPY\x01\0", 8, false, true},
        {"\x93NUMPX\x01\0", 8, false, false},
        {"\x93NUM", 4, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned char bytes[8] = {0};
        memcpy(bytes, rows[i].bytes, rows[i].n);
        MfBytes file = {.at = bytes, .size = rows[i].n};
        ck_assert_msg(mf_idx_magic(&file) == rows[i].idx, "idx, row %zu", i);
        ck_assert_msg(mf_npy_magic(&file) == rows[i].npy, "npy, row %zu", i);
    }
}
END_TEST

Suite *arrays_suite(void)
{
    Suite *suite = suite_create("arrays");
    TCase *tests = tcase_create("arrays");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, types_meet);
    tcase_add_test(tests, numbers_that_do_not_fit);
    tcase_add_test(tests, limits_of_columns);
    tcase_add_test(tests, infinities_fit);
    tcase_add_test(tests, shapes_that_do_not_fit);
    tcase_add_test(tests, scaling);
    tcase_add_test(tests, first_bytes);
    suite_add_tcase(suite, tests);
    return suite;
}

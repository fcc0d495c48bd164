/*
 * test_tables.c - tables that are not quite plain: with values missing that the program
 * takes as NaN, in gzip, with columns of other names.
 */
#include <math.h>

#include "data_case.h"

Suite *tables_suite(void);

static const MfField both[] = {{.input = "x", .columns = "a,b", .scale = MF_ZSCORE}};

static double number(const MfColumn *x, long row, int i)
{
    return (double)((const float *)mf_row(x, row))[i];
}

/* Each column is scaled by the values that it has. */
START_TEST(gaps)
{
    const MfPort port = port_of("x", MF_F32, 1, 2);
    put_text("t.csv", "a,b\n1,\n3,NA\n?,5\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, both);
    FAILS(3, load(1, &port), "t.csv:2: input x: column 2 \"b\": is empty");
    case_begin(MF_DATA_CSV, "t.csv", 1, both);
    c.data.gaps = true;
    WORKS(load(1, &port));
    const MfColumn *x = column("", 0);
    ck_assert(number(x, 0, 0) == -1 && number(x, 1, 0) == 1);
    ck_assert(isnan(number(x, 2, 0)));
    ck_assert(isnan(number(x, 0, 1)) && isnan(number(x, 1, 1)));
    ck_assert(number(x, 2, 1) == 0); /* one value does not vary */
    mf_data_free(&c.set);
}
END_TEST

START_TEST(gaps_of_whole_columns)
{
    const MfPort port = port_of("x", MF_F32, 1, 2);
    put_text("t.csv", "a,b\n1,\n3,\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, both);
    c.data.gaps = true;
    WORKS(load(1, &port));
    ck_assert(number(column("", 0), 1, 0) == 1);
    ck_assert(isnan(number(column("", 0), 0, 1)));
    mf_data_free(&c.set);
}
END_TEST

/* What is missing among names is a name too: the empty one, before the others. */
START_TEST(gaps_among_names)
{
    const MfPort port = port_of("x", MF_I32, 1, 1);
    const MfField plain[] = {{.input = "x", .columns = "b"}};
    put_text("t.csv", "a,b\n1,\n2,sea\n3,air\n4,\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    FAILS(3, load(1, &port), "t.csv:2: input x: column 2 \"b\": is empty");
    c.data.gaps = true;
    WORKS(load(1, &port));
    const int want[] = {0, 2, 1, 0}; /* air 1, sea 2 */
    for (int r = 0; r < 4; r++)
        ck_assert_int_eq(*(const int *)mf_row(column("", 0), r), want[r]);
    mf_data_free(&c.set);
}
END_TEST

/* A date is the number of its day, or among classes a name; a first row of dates is
 * none of names. */
START_TEST(dates)
{
    const MfPort floats = port_of("x", MF_F32, 1, 2),
                 whole = port_of("x", MF_I32, 1, 1);
    const MfField plain[] = {{.input = "x", .columns = "1:2"}},
                  first[] = {{.input = "x", .columns = "1"}};
    put_text("t.csv", "2024-01-01,2\n2024-01-03T12:00,\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    c.data.gaps = true;
    WORKS(load(1, &floats));
    ck_assert(number(column("", 0), 0, 0) == 19723);
    ck_assert(number(column("", 0), 1, 0) == 19725.5);
    mf_data_free(&c.set);
    put_text("t.csv", "2024-01-01,2024-01-02\n1,2\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    WORKS(load(1, &floats));
    ck_assert(number(column("", 0), 0, 0) == 1);
    mf_data_free(&c.set);
    put_text("t.csv", "day\n2024-01-03\n2024-01-01\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, first);
    WORKS(load(1, &whole));
    ck_assert_int_eq(*(const int *)mf_row(column("", 0), 0), 1);
    ck_assert_int_eq(*(const int *)mf_row(column("", 0), 1), 0);
    mf_data_free(&c.set);
}
END_TEST

/* Only what is missing is a gap, and only where there is a NaN for it. */
START_TEST(gaps_are_no_licence)
{
    const MfPort whole = port_of("x", MF_I32, 1, 2),
                 floats = port_of("x", MF_F32, 1, 2);
    const MfField plain[] = {{.input = "x", .columns = "a,b"}};
    put_text("t.csv", "a,b\n1,\n3,4\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    c.data.gaps = true;
    FAILS(3, load(1, &whole), "column 2 \"b\": is empty, expected a number");
    put_text("t.csv", "a,b\n1,2\n3,none\n4,much\n");
    FAILS(3, load(1, &floats), "\"much\", expected a number");
}
END_TEST

/* "1,2\n3,4\n" */
static const unsigned char packed[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00,
                                       0x00, 0x02, 0x03, 0x33, 0xd4, 0x31, 0xe2,
                                       0x32, 0xd6, 0x31, 0xe1, 0x02, 0x00, 0x47,
                                       0x93, 0x6c, 0xaf, 0x08, 0x00, 0x00, 0x00};

START_TEST(in_gzip)
{
    const MfField plain[] = {{.input = "x"}};
    const MfPort port = port_of("x", MF_F32, 1, 2);
    put("t.csv.gz", packed, sizeof packed);
    case_begin(MF_DATA_CSV, "t.csv.gz", 1, plain);
    WORKS(load(1, &port));
    ck_assert(number(column("", 0), 0, 1) == 2 && number(column("", 0), 1, 0) == 3);
    mf_data_free(&c.set);
    for (size_t n = 2; n < sizeof packed; n++) {
        put("t.csv.gz", packed, n);
        FAILS(3, load(1, &port), "a broken gzip file");
    }
    const char *other[] = {"x=o.csv.gz"};
    put("o.csv.gz", packed, sizeof packed);
    case_begin(MF_DATA_NONE, NULL, 0, NULL);
    c.args.n_files = 1;
    c.args.file = other;
    WORKS(load(1, &port));
    ck_assert(number(column("", 0), 1, 1) == 4);
    mf_data_free(&c.set);
}
END_TEST

START_TEST(names_that_are_near)
{
    const MfField plain[] = {{.input = "x", .columns = "hieght"}};
    const MfPort port = port_of("x", MF_F32, 1, 1);
    put_text("t.csv", "age,height\n1,2\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    FAILS(3, load(1, &port), "the nearest is \"height\": the header has ");
    put_text("t.csv", "age|width\n1|2\n");
    FAILS(3, load(1, &port), "the header has \"age|width\" (cells end at commas, else");
}
END_TEST

/* A model of two classes takes two names, and no third one. */
START_TEST(as_many_names_as_the_model_has_classes)
{
    MfPort port = port_of("x", MF_I32, 1, 1);
    const MfField plain[] = {{.input = "x", .columns = "a"}};
    port.limit = 2;
    put_text("t.csv", "a\nsea\nair\nsea\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    WORKS(load(1, &port));
    ck_assert_int_eq(*(const int *)mf_row(column("", 0), 0), 1);
    mf_data_free(&c.set);
    put_text("t.csv", "a\nsea\nair\nland\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    FAILS(3, load(1, &port), "3 different names");
}
END_TEST

START_TEST(blanks_in_quotes)
{
    const MfPort port = port_of("x", MF_F32, 1, 2);
    const MfField twice[] = {{.input = "x", .columns = "a,a"}};
    put_text("t.csv", "a,b\n\" 1.5 \",2\n\"3  \",4\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, twice);
    WORKS(load(1, &port));
    ck_assert(number(column("", 0), 0, 0) == 1.5 && number(column("", 0), 1, 0) == 3);
    ck_assert(number(column("", 0), 0, 1) == 1.5); /* a column may stand twice */
    mf_data_free(&c.set);
}
END_TEST

/* --data xy=... is none of x's. */
START_TEST(data_of_an_input_with_a_longer_name)
{
    const MfPort port[] = {port_of("x", MF_F32, 1, 2), port_of("xy", MF_F32, 1, 2)};
    const MfField plain[] = {{.input = "x"}, {.input = "xy"}};
    const char *other[] = {"xy=o.csv"};
    put_text("t.csv", "a,b\n1,2\n");
    put_text("o.csv", "a,b\n3,4\n");
    case_begin(MF_DATA_CSV, "t.csv", 2, plain);
    c.args.n_files = 1;
    c.args.file = other;
    WORKS(load(2, port));
    ck_assert(number(column("", 0), 0, 1) == 2);
    ck_assert(number(column("", 1), 0, 1) == 4);
    mf_data_free(&c.set);
}
END_TEST

START_TEST(truth_in_any_case)
{
    const MfPort port = port_of("x", MF_BOOL, 1, 4);
    const MfField plain[] = {{.input = "x"}};
    put_text("t.csv", "a,b,c,d\nTrue,FALSE,true,1\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, plain);
    WORKS(load(1, &port));
    const bool want[] = {true, false, true, true};
    ck_assert_mem_eq(mf_row(column("", 0), 0), want, sizeof want);
    mf_data_free(&c.set);
}
END_TEST

Suite *tables_suite(void)
{
    Suite *suite = suite_create("tables");
    TCase *tests = tcase_create("tables");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, gaps);
    tcase_add_test(tests, gaps_of_whole_columns);
    tcase_add_test(tests, gaps_among_names);
    tcase_add_test(tests, gaps_are_no_licence);
    tcase_add_test(tests, dates);
    tcase_add_test(tests, in_gzip);
    tcase_add_test(tests, names_that_are_near);
    tcase_add_test(tests, as_many_names_as_the_model_has_classes);
    tcase_add_test(tests, blanks_in_quotes);
    tcase_add_test(tests, truth_in_any_case);
    tcase_add_test(tests, data_of_an_input_with_a_longer_name);
    suite_add_tcase(suite, tests);
    return suite;
}

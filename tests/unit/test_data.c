/*
 * test_data.c - the assembled dataset: where each input's rows come from, splits,
 * scaling, tokens. (Files of the command line: test_inputs.c.)
 */
#include <math.h>

#include "data_case.h"

Suite *data_suite(void);

static const char table[] = "a,b,\"c, \"\"d\"\"\"\n1,2,3\n4,5,6\n7,8,9\n10,-11,1.5e1\n";

/* ---- csv ---- */

START_TEST(csv_columns)
{
    const MfField field[] = {{.input = "x", .columns = "1:2"},
                             {.input = "y", .columns = "c, \"d\""},
                             {.input = "z", .columns = "-1,b,1"},
                             {.input = "all"},
                             {.input = "last", .columns = "2:"},
                             {.input = "first", .columns = " :2 "},
                             {.input = "quoted", .columns = "\"c, \"\"d\"\"\" , a"}};
    const MfPort port[] = {port_of("x", MF_F32, 2, 2),
                           port_of("y", MF_I32, 2, 0),
                           port_of("z", MF_F64, 2, 3),
                           port_of("all", MF_F32, 2, 3),
                           port_of("last", MF_F32, 2, 2),
                           port_of("first", MF_F32, 2, 2),
                           port_of("quoted", MF_F32, 2, 2)};
    put_text("t.csv", table);
    case_begin(MF_DATA_CSV, "t.csv", 7, field);
    WORKS(load(7, port));
    ck_assert_int_eq(mf_data_set(&c.set, NULL)->rows, 4);
    ROW(column("", 0), 0, 1, 2);
    ROW(column("", 0), 3, 10, -11);
    ROW(column("train", 1), 3, 15);
    ROW(column("", 2), 1, 6, 5, 4);
    ROW(column("", 3), 2, 7, 8, 9);
    ROW(column("", 4), 1, 5, 6);
    ROW(column("", 5), 1, 4, 5);
    ROW(column("", 6), 3, 15, 10);
    ck_assert_ptr_null(mf_data_set(&c.set, "valid"));
    mf_data_free(&c.set);
}
END_TEST

static void csv_lacks(const char *columns, const char *part)
{
    const MfField field[] = {{.input = "x", .columns = columns}};
    const MfPort port = port_of("x", MF_F32, 2, 1);
    put_text("t.csv", table);
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    FAILS(3, load(1, &port), part);
}

/* What the file has in its place is told. */
START_TEST(csv_lacking)
{
    csv_lacks("A", "no column \"A\", the nearest is \"a\": the header has \"a\", "
                   "\"b\", \"c, \"d\"\"");
    csv_lacks("0:1", "no column \"0:1\": the header has \"a\", \"b\", ");
    csv_lacks("0:1", "(places of columns count from 1)");
    csv_lacks("\"a\"b,b", "no column \"\"a\"b\"");
    csv_lacks("\"1\"", "no column \"1\"");
    csv_lacks("\"a", "no column \"\"a\"");
}
END_TEST

static void csv_is(const char *text, int header, double first, double last)
{
    const MfField field[] = {{.input = "x"}};
    const MfPort port = port_of("x", MF_F64, 1, 2);
    put_text("t.csv", text);
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    c.data.header = header;
    WORKS(load(1, &port));
    long rows = mf_data_set(&c.set, NULL)->rows;
    const double *v = mf_row(column("", 0), 0), *w = mf_row(column("", 0), rows - 1);
    ck_assert(v[0] == first);
    ck_assert(w[1] == last);
    mf_data_free(&c.set);
}

START_TEST(csv_forms)
{
    csv_is("1,2\n3,4", -1, 1, 4);
    csv_is("1,2\r\n3,4\r\n", -1, 1, 4);
    csv_is("1,2\r3,4\r", -1, 1, 4);
    csv_is("\xef\xbb\xbf"
           "1,2\n3,4\n\n \n\t\n",
           -1, 1, 4);
    csv_is("\xef\xbb\xbf\"a\",b\n1,2\n", -1, 1, 2);
    csv_is("a;b\n1;2\n", -1, 1, 2);
    csv_is("a\tb\n1\t2\n", -1, 1, 2);
    csv_is("a\tb\n 1 \t 2\n", -1, 1, 2);
    csv_is(" 1 ,\t2\n \"3\" , \" 4\"\n", 0, 1, 4);
    csv_is("2019,2020\n1,2\n", 1, 1, 2);
    csv_is("2019,2020\n1,2\n", -1, 2019, 2);
    csv_is(",b\n1,2\n", -1, 1, 2);
    csv_is("a,\"b\nc\"\n1,2\n", -1, 1, 2);
    csv_is("+1,-.5e1\n", 0, 1, -5);
    csv_is("1.,0.1\n", 0, 1, 0.1);
    csv_is("123456789012345678901234567890,3.14159265358979323846264338\n", 0,
           123456789012345678901234567890., 3.14159265358979323846264338);
    csv_is("4.9406564584124654e-324,1.7976931348623157e308\n", 0,
           4.9406564584124654e-324, 1.7976931348623157e308);
}
END_TEST

static void csv_fails(const char *text, MfDtype dtype, int limit, const char *part)
{
    const MfField field[] = {{.input = "x", .columns = "1:2"}};
    MfPort port = port_of("x", dtype, 1, 2);
    port.limit = limit;
    put_text("t.csv", text);
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    FAILS(3, load(1, &port), part);
    check_said("t.csv");
}

#define FORTY_LESS_ONE "x23456789012345678901234567890123456789"

START_TEST(csv_errors)
{
    csv_fails("", MF_F32, 0, "no rows");
    csv_fails("\n\n", MF_F32, 0, "no rows");
    csv_fails("a,b\n", MF_F32, 0, "a header but no rows");
    csv_fails("a,b\n1,2\n3\n", MF_F32, 0, "t.csv:3: 1 cell, expected 2");
    csv_fails("a,b\n1,2\n3,4,5\n", MF_F32, 0, "t.csv:3: 3 cells, expected 2");
    csv_fails("a,b\n1,2\n\n3,4\n", MF_F32, 0, "t.csv:3: a blank line");
    csv_fails("a,b\n1,\n", MF_F32, 0, "t.csv:2: input x: column 2 \"b\": is empty");
    csv_fails("a,b\n\"1\n\",2\n", MF_F32, 0,
              "column 1 \"a\": \"1\\x0a\", expected a number");
    csv_fails("gr\xc3\xb6\xc3\x9f"
              "e,b\n1,2\nx,2\n",
              MF_F32, 0,
              "\"gr\xc3\xb6\xc3\x9f"
              "e\": \"x\"");
    csv_fails("a,b\n1,2\n\xe2\x82\xac,1\n", MF_F32, 0, "\"\xe2\x82\xac\"");
    csv_fails("1,2\n\xc2\x9b,\xff\n", MF_F32, 0, "\"\\xc2\\x9b\"");
    csv_fails("1,2\n\xe0\x80\x9b,1\n", MF_F32, 0, "\"\\xe0\\x80\\x9b\"");
    csv_fails("1,2\n\xf0\x9f\x98,1\n", MF_F32, 0, "\"\\xf0\\x9f\\x98\"");
    csv_fails("1,2\n" FORTY_LESS_ONE "\xc3\xb6,1\n", MF_F32, 0,
              "\"" FORTY_LESS_ONE "\"...");
    csv_fails("a,\"b\nb\"\n1,2\nx,3\n", MF_F32, 0, "t.csv:4: input x: column 1");
    csv_fails("1,nan\n", MF_F32, 0, "t.csv:1: input x: column 2: \"nan\", expected");
    csv_fails("1,2\n1,inf\n", MF_F32, 0, "t.csv:2: input x: column 2: \"inf\"");
    csv_fails("1,2\n1,0x10\n", MF_F32, 0, "0x10");
    csv_fails("1,2\n1,1e\n", MF_F32, 0, "1e");
    csv_fails("1,2\n1,1_0\n", MF_F32, 0, "1_0");
    csv_fails("1,2\n1,1e999\n", MF_F64, 0, "1e999");
    csv_fails("1,2\n1,1e39\n", MF_F32, 0, "line 2: found 1e+39");
    csv_fails("1,2\n1,2.5\n", MF_I32, 0, "\"2.5\", expected a whole number");
    csv_fails("1,2\n1,3e9\n", MF_I32, 0, "\"3e9\", expected a whole number");
    csv_fails("1,2\n1,10\n", MF_I32, 10, "\"10\", expected a whole number from 0 to 9");
    csv_fails("1,2\n-1,1\n", MF_I32, 10, "\"-1\", expected");
    csv_fails("1,2\n-100,1\n", MF_I32, 10, "from 0 to 9 (ignore_index leaves out");
    csv_fails("1,2\n\"1,1\n", MF_F32, 0, "t.csv:2: a quote that is never closed");
    csv_fails("1,2\n\"1\"1,1\n", MF_F32, 0, "t.csv:2: text after a closing quote");
    csv_fails("1\n2\n", MF_F32, 0, "there is no column \"1:2\"");
    csv_fails("\xff\xfe"
              "1\0",
              MF_F32, 0, "UTF-16");
    csv_fails("PK\3\4xl/", MF_F32, 0, "a ZIP archive, as .xlsx");
    csv_fails("PK\3\4a.npy", MF_F32, 0, "an array by numpy.save");
    csv_fails("PAR1\n1,2\n", MF_F32, 0, "Parquet");
}
END_TEST

#define TEN "0123456789"
#define FIFTY TEN TEN TEN TEN TEN
#define LONG_NAME FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY

START_TEST(csv_column_errors)
{
    const MfPort port = port_of("x", MF_F32, 1, 2);
    static const struct {
        const char *columns, *part;
    } bad[] = {{"3:4", "no column \"3:4\""},
               {"0", "no column \"0\""},
               {"2:1", "no column \"2:1\""},
               {"e", "no column \"e\""},
               {"", "no column \"\""},
               {"1,,2", "no column \"\""},
               {"1:9999999999999", "no column"},
               {"1:3", "3 columns for input x, which takes 2"},
               {"1", "1 column for input x"},
               {"-4", "no column"},
               {" a , 1 ,d:", "no column \"d:\""},
               {LONG_NAME, "no column"},
               {"d,a", "is more than one column \"d\""}};
    put_text("t.csv", "a,d,d\n1,2,3\n");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const MfField field[] = {{.input = "x", .columns = bad[i].columns}};
        case_begin(MF_DATA_CSV, "t.csv", 1, field);
        FAILS(3, load(1, &port), bad[i].part);
    }
}
END_TEST

/* ---- scaling and splits ---- */

START_TEST(scaling)
{
    const MfField field[] = {{.input = "x", .columns = "1:2", .scale = MF_ZSCORE},
                             {.input = "y", .columns = "1:2", .scale = MF_MINMAX},
                             {.input = "z",
                              .columns = "1",
                              .scale = MF_AFFINE,
                              .mul = 2,
                              .sub = 1,
                              .div = 4}};
    const MfSplit split[] = {{"valid", 0.25}, {"train", 0.75}};
    const MfPort port[] = {port_of("x", MF_F64, 1, 2), port_of("y", MF_F64, 1, 2),
                           port_of("z", MF_F64, 1, 1)};
    put_text("t.csv", "1,0.1\n2,0.1\n6,0.1\n11,0.2\n");
    case_begin(MF_DATA_CSV, "t.csv", 3, field);
    c.data.n_splits = 2;
    c.data.split = split;
    WORKS(load(3, port));
    double deviation = sqrt(14.0 / 3.0); /* of 1, 2, 6 */
    ROW(column("train", 0), 0, -2 / deviation, 0);
    ROW(column("train", 0), 2, 3 / deviation, 0);
    ROW(column("valid", 0), 0, 8 / deviation, 0.1);
    ROW(column("train", 1), 1, 0.2, 0);
    ROW(column("valid", 1), 0, 2, 0.1);
    ROW(column("", 2), 3, 5.25);
    ck_assert_int_eq(mf_data_set(&c.set, "train")->rows, 3);
    ck_assert_int_eq(mf_data_set(&c.set, "valid")->rows, 1);
    ck_assert_int_eq(mf_data_set(&c.set, "")->rows, 4);

    /* The fit survives as text, and is what new rows are scaled by. */
    char *text = mf_fit_text(&c.set.fit);
    ck_assert_ptr_nonnull(text);
    MfFit fit;
    mf_data_free(&c.set);
    WORKS(mf_fit_parse(text, &fit));
    put_text("t.csv", "4,0.5\n");
    c.args.fit = &fit;
    WORKS(load(3, port));
    char *again = mf_fit_text(&c.set.fit);
    ck_assert_str_eq(text, again);
    ROW(column("", 0), 0, 1 / deviation, 0.4);
    ROW(column("", 1), 0, 0.6, 0.4);
    ROW(column("", 2), 0, 1.75);
    mf_data_free(&c.set);
    mf_fit_free(&fit);
    free(text);
    free(again);
}
END_TEST

/* The training rows need not be the first ones. */
START_TEST(scaling_of_a_later_split)
{
    static const double v[] = {100, -100, 0, 4};
    const MfField field[] =
        {{.input = "x", .split = "valid", .values = v, .rows = 2, .scale = MF_MINMAX},
         {.input = "x",
          .split = "train",
          .values = v + 2,
          .rows = 2,
          .scale = MF_MINMAX}};
    const MfPort port = port_of("x", MF_F64, 1, 1);
    case_begin(MF_DATA_INLINE, NULL, 2, field);
    WORKS(load(1, &port));
    ROW(column("train", 0), 1, 1);
    ROW(column("valid", 0), 0, 25);
    ROW(column("", 0), 2, 0);
    mf_data_free(&c.set);
}
END_TEST

START_TEST(scaling_errors)
{
    const MfField field[] = {{.input = "x", .scale = MF_ZSCORE}};
    const MfPort port = port_of("x", MF_I32, 1, 1), f4 = port_of("x", MF_F32, 1, 1);
    const float nan_row[] = {1, NAN};
    put_text("t.csv", "1\n2\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    FAILS(3, load(1, &port), "only floating numbers can be scaled");
    put("t.bin", nan_row, sizeof nan_row);
    const MfField raw[] = {{.input = "x", .path = "t.bin", .scale = MF_MINMAX}};
    case_begin(MF_DATA_RAW, NULL, 1, raw);
    FAILS(3, load(1, &f4), "row 1");
    const MfSplit none[] = {{"train", 0}, {"valid", 1}};
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    c.data.n_splits = 2;
    c.data.split = none;
    FAILS(3, load(1, &f4), "no training rows to fit its scaling on");
    const MfField zero[] = {{.input = "x", .scale = MF_AFFINE}};
    case_begin(MF_DATA_CSV, "t.csv", 1, zero);
    FAILS(3, load(1, &f4), "division by 0");
}
END_TEST

START_TEST(fractions)
{
    static double v[20];
    const MfField field[] = {{.input = "x", .values = v, .rows = 20}};
    const MfPort port = port_of("x", MF_F32, 1, 0);
    static const struct {
        MfSplit split[3];
        int n, code;
        long train, valid, test;
    } cut[] = {{{{"test", 0.1}, {"train", 0.8}, {"valid", 0.1}}, 3, 0, 16, 2, 2},
               {{{"train", 0.84}, {"valid", 0.16}}, 2, 0, 17, 3, -1},
               {{{"valid", 0.1}}, 1, 0, 18, 2, -1},
               {{{"train", 0.5}, {"valid", 0.1}}, 2, 0, 10, 2, -1},
               {{{"valid", 0.5}, {"test", 0.5}}, 2, 0, -1, 10, 10},
               {{{"train", 0.9}, {"valid", 0.2}}, 2, 3, 0, 0, 0},
               {{{"train", -0.9}, {"valid", 0.2}}, 2, 3, 0, 0, 0},
               {{{"train", NAN}, {"valid", 0.2}}, 2, 3, 0, 0, 0}};
    for (int i = 0; i < 20; i++)
        v[i] = i;
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        case_begin(MF_DATA_INLINE, NULL, 1, field);
        c.data.n_splits = cut[i].n;
        c.data.split = cut[i].split;
        if (cut[i].code != 0) {
            FAILS(3, load(1, &port), "fractions");
            continue;
        }
        WORKS(load(1, &port));
        const MfSet *train = mf_data_set(&c.set, "train");
        const MfSet *valid = mf_data_set(&c.set, "valid");
        const MfSet *test = mf_data_set(&c.set, "test");
        ck_assert_int_eq(train == NULL ? -1 : train->rows, cut[i].train);
        ck_assert_int_eq(valid->rows, cut[i].valid);
        ck_assert_int_eq(test == NULL ? -1 : test->rows, cut[i].test);
        if (train != NULL) {
            ROW(&train->column[0], 0, 0);
            ck_assert(*(const float *)mf_row(column("", 0), 7) == 7);
        }
        mf_data_free(&c.set);
    }
}
END_TEST

START_TEST(field_splits)
{
    static const double v[] = {0, 1, 2, 3, 4, 5};
    const MfField field[] =
        {{.input = "x", .split = "test", .values = v + 4, .rows = 2},
         {.input = "x", .split = "train", .values = v, .rows = 4},
         {.input = "y", .split = "train", .values = v, .rows = 4},
         {.input = "y", .split = "test", .values = v + 4, .rows = 2}};
    const MfSplit split[] = {{"test", 0}, {"train", 0}};
    const MfPort port[] = {port_of("x", MF_F32, 1, 1), port_of("y", MF_I32, 1, 0)};
    case_begin(MF_DATA_INLINE, NULL, 4, field);
    c.data.n_splits = 2;
    c.data.split = split;
    WORKS(load(2, port));
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(column("train", i)->rows, 4);
        ck_assert_int_eq(column("test", i)->rows, 2);
        ck_assert_int_eq(column("", i)->rows, 6);
        ROW(column("train", i), 3, 3);
        ROW(column("test", i), 1, 5);
    }
    mf_data_free(&c.set);
    MfField fewer[4];
    memcpy(fewer, field, sizeof field);
    fewer[3].rows = 1;
    fewer[2].rows = 5;
    case_begin(MF_DATA_INLINE, NULL, 4, fewer);
    FAILS(3, load(2, port), "split test: input y has 1 row but input x has 2");
}
END_TEST

/* An input may have its rows in several places, of a split and of none. */
START_TEST(rows_in_several_places)
{
    static const double v[] = {0, 1, 2, 3, 4, 5};
    const MfField split[] =
        {{.input = "x", .split = "train", .values = v, .rows = 2},
         {.input = "x", .split = "valid", .values = v + 4, .rows = 2},
         {.input = "x", .split = "train", .values = v + 2, .rows = 2}};
    const MfField plain[] = {{.input = "x", .values = v, .rows = 2},
                             {.input = "x", .values = v + 2, .rows = 4}};
    const MfPort port = port_of("x", MF_F32, 1, 1);
    case_begin(MF_DATA_INLINE, NULL, 3, split);
    WORKS(load(1, &port));
    ck_assert_int_eq(mf_data_set(&c.set, "train")->rows, 4);
    ROW(column("train", 0), 3, 3);
    ROW(column("valid", 0), 1, 5);
    mf_data_free(&c.set);
    case_begin(MF_DATA_INLINE, NULL, 2, plain);
    WORKS(load(1, &port));
    ROW(column("", 0), 5, 5);
    mf_data_free(&c.set);
    ck_assert_ptr_null(mf_data_set(&c.set, NULL)); /* of what is empty */
}
END_TEST

START_TEST(inline_and_raw)
{
    static const double v[] = {1, 2, 3, 4.5};
    const MfField field[] = {{.input = "x", .values = v, .rows = 2}};
    const MfPort f8 = port_of("x", MF_F64, 4, 2), i4 = port_of("x", MF_I32, 1, 2);
    case_begin(MF_DATA_INLINE, NULL, 1, field);
    WORKS(load(1, &f8));
    ROW(column("train", 0), 1, 3, 4.5);
    mf_data_free(&c.set);
    FAILS(3, load(1, &i4), "m.lua: input x: row 1, number 1: found 4.5");

    const int32_t whole[] = {1, 2, 3, 4};
    put("t.bin", whole, sizeof whole);
    const MfField raw[] = {{.input = "x", .path = "t.bin", .raw = MF_I32}};
    case_begin(MF_DATA_RAW, NULL, 1, raw);
    WORKS(load(1, &i4));
    ROW(column("", 0), 1, 3, 4);
    mf_data_free(&c.set);
    WORKS(load(1, &f8));
    ROW(column("", 0), 1, 3, 4);
    mf_data_free(&c.set);
    const MfPort three = port_of("x", MF_I32, 1, 3);
    FAILS(3, load(1, &three), "16 bytes are not whole rows of 12");
    const MfField u8[] = {{.input = "x", .path = "t.bin", .raw_u8 = true}};
    case_begin(MF_DATA_RAW, NULL, 1, u8);
    WORKS(load(1, &f8));
    ck_assert_int_eq(column("", 0)->rows, 8);
    ROW(column("", 0), 4, 3, 0);
    mf_data_free(&c.set);
    const MfField split[] = {{.input = "x", .path = "t.bin", .split = "test"},
                             {.input = "x", .path = "t.bin", .split = "train"}};
    case_begin(MF_DATA_RAW, NULL, 2, split);
    c.data.n_splits = 2;
    c.data.split = (const MfSplit[]){{"test", 0}, {"train", 0}};
    const MfPort f4 = port_of("x", MF_F32, 1, 1);
    WORKS(load(1, &f4));
    ck_assert_int_eq(column("test", 0)->rows, 4);
    ck_assert_int_eq(column("train", 0)->rows, 4);
    mf_data_free(&c.set);
}
END_TEST

/* ---- text ---- */

START_TEST(text_windows)
{
    const MfField field[] = {{.input = "x"}, {.input = "y"}};
    const MfSplit split[] = {{"train", 0.6}, {"valid", 0.4}};
    MfPort port[] = {port_of("x", MF_I32, 5, 3), port_of("y", MF_I32, 5, 3)};
    put_text("t.txt", "dabcabbaab"); /* 3 0 1 2 0 1 1 0 0 1 */
    case_begin(MF_DATA_TEXT, "t.txt", 2, field);
    c.data.context = 3;
    c.data.n_splits = 2;
    c.data.split = split;
    WORKS(load(2, port));
    ck_assert_int_eq(column("", 0)->rows, 7);
    ck_assert_int_eq(column("train", 0)->rows, 3);
    ck_assert_int_eq(column("valid", 1)->rows, 1);
    ROW(column("train", 0), 0, 3, 0, 1);
    ROW(column("train", 1), 0, 0, 1, 2);
    ROW(column("train", 1), 2, 2, 0, 1);
    ROW(column("valid", 0), 0, 1, 0, 0);
    ROW(column("valid", 1), 0, 0, 0, 1);
    char *text = mf_fit_text(&c.set.fit);
    ck_assert_str_eq(text, "bytes:61626364");
    mf_data_free(&c.set);

    /* Another text has the first one's tokens. */
    MfFit fit;
    WORKS(mf_fit_parse(text, &fit));
    c.args.fit = &fit;
    const char *file[] = {"y=other.txt"};
    c.args.file = file;
    c.args.n_files = 1;
    put_text("other.txt", "ddbbd");
    WORKS(load(2, port));
    ROW(column("", 0), 1, 3, 1, 1);
    mf_data_free(&c.set);
    put_text("other.txt", "ddbz");
    FAILS(3, load(2, port), "other.txt: byte 3: \"z\" is not among the 4");
    mf_fit_free(&fit);
    free(text);

    case_begin(MF_DATA_TEXT, "t.txt", 2, field);
    port[1].limit = 3;
    FAILS(3, load(2, port), "4 different bytes, but the model's vocabulary is 3");
    port[1].limit = 0;
    c.data.vocabulary = 2;
    FAILS(3, load(2, port), "vocabulary is 2");
    put_text("t.txt", "abc");
    FAILS(3, load(2, port), "3 bytes, expected at least the 4");
    put_text("t.txt", "");
    FAILS(3, load(2, port), "0 bytes");
    const MfPort f4[] = {port_of("x", MF_F32, 5, 3)};
    FAILS(3, load(1, f4), "must be i32");
}
END_TEST

/* ---- tables of predictions ---- */

START_TEST(tables)
{
    MfPort port[] = {port_of("a,\"", MF_F32, 2, 1), port_of("p", MF_F64, 2, 2),
                     port_of("k", MF_I32, 2, 0), port_of("t", MF_BOOL, 2, 0)};
    const float a[] = {0.1f, 16777216};
    const double p[] = {0.1, 1e300, 1.0 / 3, -0.0};
    const int32_t k[] = {-1, INT32_MAX};
    const bool t[] = {true, false};
    const void *values[] = {a, p, k, t};
    MfTable out;
    MfBytes file;
    WORKS(mf_table_begin(&out, 4, port));
    WORKS(mf_table_rows(&out, 2, values));
    WORKS(mf_table_end(&out, at("p.csv")));
    WORKS(mf_file_read(at("p.csv"), &file));
    ck_assert_str_eq((char *)file.at, "\"a,\"\"\",p_0,p_1,k,t\n"
                                      "0.1,0.1,1e+300,-1,1\n"
                                      "16777216,0.3333333333333333,-0,2147483647,0\n");
    free(file.at);
}
END_TEST

Suite *data_suite(void)
{
    Suite *suite = suite_create("data");
    TCase *tests = tcase_create("data");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, csv_columns);
    tcase_add_test(tests, csv_lacking);
    tcase_add_test(tests, csv_forms);
    tcase_add_test(tests, csv_errors);
    tcase_add_test(tests, csv_column_errors);
    tcase_add_test(tests, scaling);
    tcase_add_test(tests, scaling_of_a_later_split);
    tcase_add_test(tests, scaling_errors);
    tcase_add_test(tests, fractions);
    tcase_add_test(tests, field_splits);
    tcase_add_test(tests, rows_in_several_places);
    tcase_add_test(tests, inline_and_raw);
    tcase_add_test(tests, text_windows);
    tcase_add_test(tests, tables);
    suite_add_tcase(suite, tests);
    return suite;
}

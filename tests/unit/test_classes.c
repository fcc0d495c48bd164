/*
 * test_classes.c - columns of names in a csv as classes: what number a name has, which
 * rows are headers, the names in a fit and in predictions; and what is wrong with them.
 */
#include "data_files.h"

Suite *classes_suite(void);

static const MfField fields[] = {{.input = "k", .columns = "colour,size"},
                                 {.input = "x", .columns = "weight"}};
static MfData data = {.kind = MF_DATA_CSV, .path = "t.csv", .header = -1};
static MfModel model = {.name = "m", .script = "m.lua", .data = &data};
static MfDataset set;

static int load(const MfFit *fit, int limit, MfDtype dtype)
{
    static MfPort port[2]; /* the set points to them */
    MfDataArgs args = {.dir = scratch.folder, .fit = fit};
    port[0] = port_of("k", dtype, 1, 2);
    port[1] = port_of("x", MF_F64, 1, 1);
    port[0].limit = limit;
    data.field = fields;
    data.n_fields = 2;
    return mf_data_load(&model, 2, port, &args, &set);
}

static const MfColumn *column(int i)
{
    return &mf_data_set(&set, NULL)->column[i];
}

static const char table[] = "weight,colour,size\n1.5,red,3\n2,\"a \"\"b\"\"\",1\n"
                            "3,red,0\n4, NA ,2\n5,\"\xc3\xa4\",2\n";

START_TEST(names)
{
    put_text("t.csv", table);
    WORKS(load(NULL, 4, MF_I32));
    ROW(column(0), 0, 2, 3);
    ROW(column(0), 1, 1, 1);
    ROW(column(0), 3, 0, 2);
    ROW(column(0), 4, 3, 2); /* bytes rise: NA, a "b", red, a letter of two bytes */
    ROW(column(1), 4, 5);
    char *text = mf_fit_text(&set.fit);
    ck_assert_str_eq(text, "input:k width:3 column:1,colour class:NA "
                           "class:a%20%22b%22 class:red class:%c3%a4 column:2,size "
                           "input:x width:3 column:0,weight");
    mf_data_free(&set);

    MfFit fit; /* other files have the numbers of the first one */
    WORKS(mf_fit_parse(text, &fit));
    put_text("t.csv", "size,colour,weight\n1,red,7\n3,red,8\n");
    WORKS(load(&fit, 4, MF_I32));
    ROW(column(0), 1, 2, 3);
    mf_data_free(&set);
    put_text("t.csv", "size,colour,weight\n1,red,7\n3,blue,8\n");
    FAILS(3, load(&fit, 4, MF_I32),
          "t.csv:3: input k: column 2 \"colour\": \"blue\", expected one of the "
          "column's names, \"NA\", \"a \"b\"\", \"red\", \"\xc3\xa4\"");
    put_text("t.csv", "size,colour,weight\nsmall,red,7\n");
    FAILS(3, load(&fit, 4, MF_I32), "\"small\", expected a number (no names of this");
    FAILS(3, load(&fit, 3, MF_I32), "4 different names, \"NA\", \"a \"b\"\", \"red\"");
    mf_fit_free(&fit);
    free(text);
}
END_TEST

START_TEST(name_errors)
{
    put_text("t.csv", table);
    FAILS(3, load(NULL, 0, MF_F32),
          "t.csv:2: input k: column 2 \"colour\": \"red\", "
          "expected a number (names can be classes of an");
    put_text("t.csv", "weight,colour,size\n1,red,big\n2,,small\n");
    FAILS(3, load(NULL, 0, MF_I32),
          "t.csv:3: input k: column 2 \"colour\": is empty, "
          "expected one of the column's names, \"red\": fill");
    put_text("t.csv", "weight,colour,size\n1,red,big\n2,7,small\n");
    FAILS(3, load(NULL, 0, MF_I32), "\"7\", expected one of the column's names");
    put_text("t.csv", "weight,colour,size\n1,red,?\n2,blue,1\n3,blue,one\n");
    FAILS(3, load(NULL, 0, MF_I32),
          "t.csv:2: input k: column 3 \"size\": \"?\", "
          "expected a number: fill it in");
    put_text("t.csv", "weight,colour,size\n1,1,2\n\"2,5\",3,4\n");
    FAILS(3, load(NULL, 0, MF_I32), "\"2,5\", expected a number with a decimal point");
}
END_TEST

START_TEST(truth)
{
    put_text("t.csv", "weight,colour,size\n1,TRUE,0\n2,false,1\n");
    WORKS(load(NULL, 0, MF_BOOL));
    const bool *row = mf_row(column(0), 0);
    ck_assert(row[0] && !row[1] && !row[2] && row[3]);
    mf_data_free(&set);
    put_text("t.csv", "weight,colour,size\n1,yes,0\n");
    FAILS(3, load(NULL, 0, MF_BOOL), "\"yes\", expected 0, 1, true or false");
}
END_TEST

static void rows_are(const char *text, int want, double first)
{
    const MfField field = {.input = "y", .columns = "-1"};
    const MfPort port = port_of("y", MF_I32, 1, 0);
    const MfDataArgs args = {.dir = scratch.folder};
    put_text("t.csv", text);
    data.field = &field;
    data.n_fields = 1;
    WORKS(mf_data_load(&model, 1, &port, &args, &set));
    ck_assert_int_eq(mf_data_set(&set, NULL)->rows, want);
    ROW(column(0), 0, first);
    mf_data_free(&set);
}

START_TEST(headers)
{
    rows_are("5.1,iris\n4.9,rose\n7,iris\n", 3, 0); /* a name comes again: no header */
    rows_are("0,1,kind\n5,4,rose\n7,8,iris\n", 2, 1); /* it does not: a header */
    rows_are("a,kind\n5,a\n7,kind\n", 2, 0); /* a number below a name: a header */
    rows_are("a,kind\n,x\n7,kind\n", 2, 1);
    rows_are("a,kind\nb,x\na,y\nc,z\n", 4, 0);
    rows_are("a,kind\nb,x\nc,y\n", 2, 0);
}
END_TEST

START_TEST(predicted_names)
{
    MfFit fit;
    const MfPort port[] = {port_of("k", MF_I32, 4, 2), port_of("n", MF_I32, 4, 0)};
    const int32_t k[] = {0, 0, 1, 1, 2, 2, -1, 3}, n[] = {0, 1, 2, 3};
    const void *values[] = {k, n};
    WORKS(mf_fit_parse("input:k width:2 column:0 class:a%2cb class:1 class:c column:1",
                       &fit));
    const MfFitted *classes[] = {mf_fit_find(&fit, "k"), mf_fit_find(&fit, "n")};
    ck_assert_ptr_nonnull(classes[0]);
    ck_assert_ptr_null(classes[1]);
    MfTable out;
    MfBytes file;
    WORKS(mf_table_begin(&out, 2, port));
    out.classes = classes;
    WORKS(mf_table_rows(&out, 4, values));
    WORKS(mf_table_end(&out, at("p.csv")));
    WORKS(mf_file_read(at("p.csv"), &file));
    ck_assert_str_eq((char *)file.at,
                     "k_0,k_1,n\n\"a,b\",0,0\n\"1\",1,1\nc,2,2\n-1,3,3\n");
    free(file.at);
    mf_fit_free(&fit);
    FAILS(3, mf_fit_parse("input:k class:a", &fit), "cannot read \"class:a\"");
}
END_TEST

Suite *classes_suite(void)
{
    Suite *suite = suite_create("classes");
    TCase *tests = tcase_create("classes");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, names);
    tcase_add_test(tests, name_errors);
    tcase_add_test(tests, truth);
    tcase_add_test(tests, headers);
    tcase_add_test(tests, predicted_names);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * test_inputs.c - files that the command line names: --data NAME=FILE of any command,
 * and what `predict --in` makes of a new table or file.
 */
#include "data_case.h"
#include "mf_course.h"

Suite *inputs_suite(void);

static const char table[] = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n10,-11,15\n";

/* ---- what a file is ---- */

static const unsigned char two_bytes[] = {0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 9};

/* --data x=FILE for the only input. */
static int load_as(const char *file, const MfPort *port)
{
    char named[100];
    const char *list[] = {named};
    snprintf(named, sizeof named, "%s=%s", port->name, file);
    c.args.file = list;
    c.args.n_files = 1;
    int code = load(1, port);
    c.args.n_files = 0;
    return code;
}

/* By its name, else by its first bytes, else as the program's data are. */
START_TEST(formats)
{
    const MfField field[] = {{.input = "x", .path = "t.bin", .raw = MF_I32}};
    const MfPort port = port_of("x", MF_F64, 1, 1), i4 = port_of("x", MF_I32, 1, 1);
    const int dim[] = {2, 1}, whole[] = {5, 6};
    const double v[] = {1.5, 2.5};
    WORKS(mf_npy_write(at("array"), MF_F64, 2, dim, v));
    put("bytes", two_bytes, sizeof two_bytes);
    put("raw", whole, sizeof whole);
    put_text("t.tsv", "3\n4\n");
    put_text("words", "3\n4\n5\n");
    for (int known = 0; known < 2; known++) { /* without data of its own, and with */
        case_begin(known ? MF_DATA_RAW : MF_DATA_NONE, NULL, known, field);
        WORKS(load_as("array", &port));
        ROW(column("", 0), 1, 2.5);
        mf_data_free(&c.set);
        WORKS(load_as("bytes", &port));
        ROW(column("", 0), 1, 9);
        mf_data_free(&c.set);
        WORKS(load_as("t.tsv", &port));
        ROW(column("", 0), 1, 4);
        mf_data_free(&c.set);
    }
    WORKS(load_as("raw", &i4));
    ROW(column("", 0), 1, 6);
    mf_data_free(&c.set);
    c.model.data = NULL;
    WORKS(load_as("words", &port));
    ROW(column("", 0), 2, 5);
    mf_data_free(&c.set);
    put_text("words", "\xfe\xff\0001");
    FAILS(3, load_as("words", &port), "UTF-16");
}
END_TEST

/* A whole graph, of more edges than nodes, is no batch of rows. */
START_TEST(inputs_of_one_batch)
{
    MfPort port[] = {{"x", MF_F32, 2, {4, 3}, 0, NULL},
                     {"to", MF_I32, 1, {7}, 4, NULL}};
    MfTrain train = {.n_in = 2, .in = port};
    FAILS(3, mf_course_check(&train),
          "input x begins with an axis of 4 but input to of 7");
    port[1].dim[0] = 4;
    WORKS(mf_course_check(&train));
    port[1].rank = 0;
    FAILS(3, mf_course_check(&train), "input to is a scalar");
    train.n_in = 0;
    WORKS(mf_course_check(&train));
}
END_TEST

/* An input of no program's field in a program of raw files or a text is a table. */
START_TEST(inputs_without_a_field)
{
    const MfField field[] = {{.input = "y"}};
    const MfPort port = port_of("x", MF_F64, 1, 2), token = port_of("x", MF_I32, 0, 0);
    put_text("words", "1,2\n");
    case_begin(MF_DATA_RAW, NULL, 1, field);
    WORKS(load_as("words", &port));
    ROW(column("", 0), 0, 1, 2);
    mf_data_free(&c.set);
    case_begin(MF_DATA_TEXT, "t.txt", 1, field);
    WORKS(load_as("words", &port));
    ROW(column("", 0), 0, 1, 2);
    mf_data_free(&c.set);
    FAILS(2, load(1, &port), "input x has no data: give it with --data x=FILE");
    const MfField text[] = {{.input = "x"}};
    case_begin(MF_DATA_TEXT, "words", 1, text);
    MfPort scalar = token;
    scalar.rank = 0;
    FAILS(3, load(1, &scalar), "must be i32 to hold the tokens");
}
END_TEST

/* Of a text's inputs one may get numbers, but then not the windows of the other. */
START_TEST(texts_and_arrays)
{
    const MfField field[] = {{.input = "x"}, {.input = "y"}};
    MfPort port[] = {port_of("x", MF_I32, 1, 2), port_of("y", MF_I32, 1, 2)};
    put_text("t.txt", "abcab");
    put_text("x.csv", "0,1\n1,2\n");
    case_begin(MF_DATA_TEXT, "t.txt", 2, field);
    c.data.context = 2;
    const char *file[] = {"x=x.csv"};
    c.args.file = file;
    c.args.n_files = 1;
    FAILS(3, load(2, port), "input x is not from ");
    WORKS(load(1, port));
    ROW(column("", 0), 1, 1, 2);
    mf_data_free(&c.set);
    c.args.n_files = 0;
    port[0].limit = 5;
    port[1].limit = 5;
    WORKS(load(2, port));
    mf_data_free(&c.set);
    c.data.vocabulary = 2; /* less than the model's own limit */
    FAILS(3, load(2, port), "3 different bytes, but the model's vocabulary is 2");
    c.data.vocabulary = 9;
    WORKS(load(2, port));
    mf_data_free(&c.set);
}
END_TEST

/* Inputs of other functions may be given too; those that nothing has may not. */
START_TEST(names_of_other_inputs)
{
    const MfField field[] = {{.input = "x"}};
    const MfPort port = port_of("x", MF_F64, 1, 3),
                 other[] = {port_of("z", MF_F64, 1, 1)};
    const MfTrain train[] = {{.n_in = 1, .in = &port}};
    const MfFunc func[] = {{.n_in = 1, .in = other}};
    put_text("t.csv", table);
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    c.model.n_trains = c.model.n_funcs = 1;
    c.model.train = train;
    c.model.func = func;
    const char *file[] = {"z=nowhere", "w=nowhere"};
    c.args.file = file;
    c.args.n_files = 1;
    WORKS(load(1, &port));
    mf_data_free(&c.set);
    c.args.n_files = 2;
    FAILS(2, load(1, &port), "--data w=nowhere: the model has no input w");
}
END_TEST

/* ---- files of the command line ---- */

/* A file as wide as the input is meant whole, but not where both have names. */
START_TEST(wide_as_the_input)
{
    const MfField named[] = {{.input = "x", .columns = "a:b"}},
                  placed[] = {{.input = "x", .columns = "2:3"}};
    const MfPort port = port_of("x", MF_F32, 1, 2);
    const char *file[] = {"x=x.csv"};
    put_text("t.csv", table);
    put_text("x.csv", "b,c\n5,6\n7,8\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, named);
    c.args.file = file;
    c.args.n_files = 1;
    FAILS(3, load(1, &port), "there is no column \"a:b\"");
    case_begin(MF_DATA_CSV, "t.csv", 1, placed);
    c.args.file = file;
    c.args.n_files = 1;
    WORKS(load(1, &port));
    ROW(column("", 0), 0, 5, 6);
    mf_data_free(&c.set);
    put_text("x.csv", "5,6\n7,8\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, named);
    c.args.file = file;
    c.args.n_files = 1;
    WORKS(load(1, &port));
    ROW(column("", 0), 1, 7, 8);
    mf_data_free(&c.set);
}
END_TEST

START_TEST(overrides)
{
    const MfField field[] = {{.input = "x", .columns = "a,b", .scale = MF_MINMAX},
                             {.input = "y", .columns = "3"}};
    const MfPort port[] = {port_of("x", MF_F32, 1, 2), port_of("y", MF_F32, 1, 1)};
    const int dim[] = {2, 2};
    const float v[] = {1, 2, 3, 4};
    put_text("t.csv", table);
    put_text("y.csv", "0\n1\n");
    WORKS(mf_npy_write(at("x.npy"), MF_F32, 2, dim, v));
    case_begin(MF_DATA_CSV, "t.csv", 2, field);
    const char *file[] = {"y=nowhere", "x=x.npy", "y=y.csv"};
    c.args.file = file;
    c.args.n_files = 3;
    WORKS(load(2, port));
    ROW(column("train", 0), 0, 0, 0);
    ROW(column("train", 0), 1, 1, 1);
    ROW(column("train", 1), 1, 1);
    mf_data_free(&c.set);
    c.args.n_files = 2;
    FAILS(3, load(2, port), "nowhere: cannot open: No such file");
    c.args.n_files = 1;
    file[0] = "x=x.npy";
    FAILS(3, load(2, port), "input x has 2 rows but input y has 4");
    file[0] = "q=x.npy";
    FAILS(2, load(2, port), "no input q");
    file[0] = "x";
    FAILS(2, load(2, port), "expected NAME=FILE");
    c.model.data = NULL;
    c.args.n_files = 0;
    FAILS(2, load(2, port), "input x has no data: give it with --data x=FILE");
    file[0] = "x=t.csv";
    c.args.n_files = 1;
    FAILS(3, load(1, port), "3 columns for input x, which takes 2");
}
END_TEST

static int predict(const char *text, const MfFit *fit, const MfPort *port, int n)
{
    const char *in[] = {put_text("new.csv", text)};
    c.args.fit = fit;
    return mf_data_load_inputs(&c.model, n, port, 1, in, &c.args, &c.set);
}

START_TEST(predict_tables)
{
    const MfField field[] = {{.input = "x", .columns = "2:3", .scale = MF_MINMAX},
                             {.input = "y", .columns = "1"}};
    const MfPort port[] = {port_of("x", MF_F64, 1, 2), port_of("y", MF_F64, 1, 1)};
    MfFit fit;
    put_text("t.csv", "t,a b,c\n1,0,0\n1,10,100\n");
    case_begin(MF_DATA_CSV, "t.csv", 2, field);
    WORKS(load(2, port));
    char *text = mf_fit_text(&c.set.fit);
    mf_data_free(&c.set);
    WORKS(mf_fit_parse(text, &fit));

    WORKS(predict("c,other,a b\n50,7,1\n", &fit, port, 1)); /* by name */
    ROW(column("", 0), 0, 0.1, 0.5);
    mf_data_free(&c.set);
    WORKS(predict("9,1,50\n", &fit, port, 1)); /* by place */
    ROW(column("", 0), 0, 0.1, 0.5);
    mf_data_free(&c.set);
    WORKS(predict("1,50\n2,60\n", &fit, port, 1)); /* in order */
    ROW(column("", 0), 1, 0.2, 0.6);
    mf_data_free(&c.set);
    FAILS(3, predict("1,2,3,4\n", &fit, port, 1), "4 columns, expected the 2");
    FAILS(3, predict("c,d\n1,2\n", &fit, port, 1), "no column \"a b\"");
    FAILS(3, predict("c,a bb\n1,2\n", &fit, port, 1), "the nearest is \"a bb\"");
    FAILS(3, predict("a b,c\n1,2\n", NULL, port, 1),
          "training data, which are not known");

    const char *pair[] = {at("one=.csv"), "y=two.csv"};
    put_text("one=.csv", "1,50\n");
    char named[200];
    snprintf(named, sizeof named, "y=%s", put_text("two.csv", "8\n"));
    pair[1] = named;
    c.args.fit = &fit;
    WORKS(mf_data_load_inputs(&c.model, 2, port, 2, pair, &c.args, &c.set));
    ROW(column("", 0), 0, 0.1, 0.5);
    ROW(column("", 1), 0, 8);
    mf_data_free(&c.set);
    mf_fit_free(&fit);
    free(text);
}
END_TEST

/* ---- predict --in NAME=FILE ---- */

static const MfPort both[] = {{.name = "x", .dtype = MF_F64, .rank = 2, .dim = {1, 2}},
                              {.name = "y", .dtype = MF_F64, .rank = 2, .dim = {1, 1}}};

/* A copy of a path, which at() gives in one of four places by turns. */
typedef struct Path {
    char text[200];
} Path;

static Path kept(const char *before, const char *path)
{
    Path p;
    snprintf(p.text, sizeof p.text, "%s%s", before, path);
    return p;
}

static int load_in(int n, int n_in, const char *const *in)
{
    return mf_data_load_inputs(&c.model, n, both, n_in, in, &c.args, &c.set);
}

START_TEST(files_for_each_input)
{
    const int dim[] = {1, 2};
    const double v[] = {1.5, 2.5};
    case_begin(MF_DATA_NONE, NULL, 0, NULL);
    const Path x_file = kept("x=", put_text("x.csv", "1,2\n"));
    const Path y_file = kept("y=", put_text("y.csv", "3\n"));
    const Path gone_file = kept("y=", at("gone.csv"));
    const Path all_file = kept("", put_text("all", "4,5,6\n"));
    const Path one_file = kept("", put_text("one", "7\n"));
    const Path array_file = kept("", at("x.npy"));
    const char *x = x_file.text, *y = y_file.text, *gone = gone_file.text;
    const char *plain = all_file.text, *array = array_file.text;
    FAILS(2, load_in(2, 2, (const char *[]){plain, plain}), "there is --in ");
    FAILS(2, load_in(2, 3, (const char *[]){x, y, plain}),
          "every input has a file already");
    FAILS(2, load_in(2, 1, (const char *[]){x}),
          "input y has no data: give it with --in y=FILE");
    FAILS(3, load_in(2, 2, (const char *[]){x, gone}), "gone.csv: cannot open");
    FAILS(3, load_in(2, 1, (const char *[]){"gone"}), "gone: cannot open");
    FAILS(2, load_in(2, 1, (const char *[]){"z=gone"}),
          "is no input \"z\"; there are: \"x\", \"y\"");
    WORKS(load_in(2, 1, (const char *[]){put_text("z=all", "4,5,6\n")}));
    mf_data_free(&c.set);
    WORKS(load_in(2, 1, (const char *[]){plain}));
    ROW(column("", 0), 0, 4, 5);
    ROW(column("", 1), 0, 6);
    mf_data_free(&c.set);
    WORKS(load_in(2, 2, (const char *[]){one_file.text, x})); /* the rest is y */
    ROW(column("", 0), 0, 1, 2);
    ROW(column("", 1), 0, 7);
    mf_data_free(&c.set);
    put_text("all", "1,2,3\n4,x,6\n");
    FAILS(3, load_in(2, 1, (const char *[]){plain}), "\"x\", expected a number");
    WORKS(mf_npy_write(at("x.npy"), MF_F64, 2, dim, v));
    FAILS(2, load_in(2, 1, (const char *[]){array}),
          "there are 2 inputs; give --in NAME=FILE for each");
    WORKS(load_in(1, 1, (const char *[]){array}));
    ROW(column("", 0), 0, 1.5, 2.5);
    mf_data_free(&c.set);
}
END_TEST

START_TEST(a_text_or_raw_numbers_to_predict)
{
    const MfField field[] = {{.input = "x", .raw_u8 = true}};
    const MfPort token = port_of("x", MF_I32, 1, 2);
    const MfFit fit = {.n_bytes = 2, .byte = "ab"};
    const Path file = kept("", put_text("new", "abba"));
    const char *in[] = {file.text};
    case_begin(MF_DATA_TEXT, "t.txt", 1, field);
    c.args.fit = &fit;
    WORKS(mf_data_load_inputs(&c.model, 1, &token, 1, in, &c.args, &c.set));
    ROW(column("", 0), 1, 1, 1);
    mf_data_free(&c.set);
    case_begin(MF_DATA_RAW, NULL, 1, field);
    WORKS(mf_data_load_inputs(&c.model, 1, &token, 1, in, &c.args, &c.set));
    ROW(column("", 0), 1, 'b', 'a');
    mf_data_free(&c.set);
    c.model.data = NULL; /* then it is a table */
    FAILS(3, mf_data_load_inputs(&c.model, 1, &token, 1, in, &c.args, &c.set), "new");
}
END_TEST

/* A training without a header knows its columns by their places only. */
START_TEST(fits_without_names)
{
    const MfField field[] = {{.input = "x", .columns = "2:3", .scale = MF_MINMAX}};
    MfFit fit;
    put_text("t.csv", "1,0,0\n1,10,100\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    WORKS(load(1, both));
    char *text = mf_fit_text(&c.set.fit);
    mf_data_free(&c.set);
    WORKS(mf_fit_parse(text, &fit));
    WORKS(predict("p,q,r\n7,1,50\n", &fit, both, 1));
    ROW(column("", 0), 0, 0.1, 0.5);
    mf_data_free(&c.set);
    FAILS(3, predict("1,2,3,4\n", &fit, both, 1),
          "4 columns, expected the 2 of the inputs, or all of the training's");
    c.model.data = NULL;
    FAILS(3, predict("1,2,3\n", NULL, both, 1),
          "3 columns, expected the 2 of the inputs");
    ck_assert_ptr_null(strstr(scratch.said, "training"));
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    const MfPort wide = port_of("x", MF_F64, 1, 3);
    FAILS(3, predict("1,2,3\n", &fit, &wide, 1),
          "2 columns for input x, which takes 3");
    mf_fit_free(&fit);
    WORKS(mf_fit_parse("input:x scale:0,1 scale:0,1", &fit));
    FAILS(3, predict("1,2,3\n", &fit, &wide, 1),
          "takes 3 numbers a row but the scaling of the training is for 2");
    mf_fit_free(&fit);
    free(text);
}
END_TEST

/* Names mean what they meant in the training, whichever comes first. */
START_TEST(names_of_the_training)
{
    const MfField field[] = {{.input = "x", .columns = "a"}};
    const MfPort port = port_of("x", MF_I32, 1, 1);
    MfFit fit;
    put_text("t.csv", "a\nsea\nair\n");
    case_begin(MF_DATA_CSV, "t.csv", 1, field);
    WORKS(load(1, &port));
    char *text = mf_fit_text(&c.set.fit);
    mf_data_free(&c.set);
    WORKS(mf_fit_parse(text, &fit));
    WORKS(predict("a\nsea\nsea\nair\n", &fit, &port, 1));
    ck_assert_int_eq(*(const int *)mf_row(column("", 0), 1), 1);
    ck_assert_int_eq(*(const int *)mf_row(column("", 0), 2), 0);
    mf_data_free(&c.set);
    FAILS(3, predict("a\nland\n", &fit, &port, 1), "\"land\"");
    mf_fit_free(&fit);
    free(text);
}
END_TEST

Suite *inputs_suite(void)
{
    Suite *suite = suite_create("inputs");
    TCase *tests = tcase_create("inputs");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, formats);
    tcase_add_test(tests, inputs_without_a_field);
    tcase_add_test(tests, texts_and_arrays);
    tcase_add_test(tests, names_of_other_inputs);
    tcase_add_test(tests, wide_as_the_input);
    tcase_add_test(tests, overrides);
    tcase_add_test(tests, predict_tables);
    tcase_add_test(tests, files_for_each_input);
    tcase_add_test(tests, inputs_of_one_batch);
    tcase_add_test(tests, a_text_or_raw_numbers_to_predict);
    tcase_add_test(tests, fits_without_names);
    tcase_add_test(tests, names_of_the_training);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * test_shapes.c - every rule of shapes refuses what breaks it: a graph as text with one
 * line that is wrong, in a process of its own, must end with the exit code of a wrong
 * script and a message that says what is wrong, never as a bug of the compiler.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *shapes_suite(void);

/* What each line may use. */
static const char leaves[] = "graph \"g\"\n"
                             "%0 = input f32[3] text=\"v\"\n"
                             "%1 = input f32[4,5] text=\"m\" \"m\"\n"
                             "%2 = input i32[3] text=\"n\"\n"
                             "%3 = input bool[3] text=\"t\"\n"
                             "%4 = input f32[B:4,3] text=\"b\"\n"
                             "%5 = input f32[] text=\"s\"\n"
                             "%6 = input f32[1,1,1,1,1,1,1,2] text=\"r\"\n"
                             "%7 = input f64[3] text=\"w\"\n"
                             "%8 = input i32[1,1] text=\"k\"\n";

#define BODY(out) "{\ngraph \"body\"\n%0 = input f32[] at=0 text=\"#0\"\n" out "}\n"

typedef struct Wrong {
    const char *line, *part;
} Wrong;

static const Wrong wrong[] = {
    {"const f32[3]", "const wants data"},
    {"neg f32[3] %0 data=1,2,3", "neg takes no data"},
    {"neg f32[3] %0 " BODY(""), "neg takes no body"},
    {"permute f32[3] %0 at=0,1", "2 axes are given"},
    {"permute f32[4,5] %1 at=0,0", "must be named once"},
    {"permute f32[4,5] %1 at=0,2", "must be named once"},
    {"permute f32[4,5] %1 at=-1,0", "must be named once"},
    {"reshape f32[3,0] %0 at=3,0", "no dim may be below 1"},
    {"reshape f32[4] %0 at=4", "with 3 elements"},
    {"reshape f32[3] %0 at=3,1,1,1,1,1,1,1,1", "the largest is 8"},
    {"broadcast f32[0,3] %0 at=-1,0,0,3", "axis 1 has extent 0"},
    {"broadcast f32[3,3] %0 at=1,0,3,3", "broadcast: axes out of order"},
    {"broadcast f32[3] %0 at=-1,3", "broadcast: 0 axes"},
    {"broadcast f32[3,3] %0 at=0,1,3,3", "broadcast: 2 axes"},
    {"slice f32[3] %0 at=0,1", "slice of f32[3] with 2 integers"},
    {"slice f32[3] %0 at=-1,1,2", "are not all inside axis 1"},
    {"slice f32[3] %0 at=3,1,1", "are not all inside axis 1"},
    {"slice f32[3] %0 at=0,0,3", "are not all inside axis 1"},
    {"slice f32[0] %0 at=0,1,0", "are not all inside axis 1"},
    {"slice f32[4] %0 at=0,1,4", "are not all inside axis 1"},
    {"slice f32[2] %0 at=0,3,2", "are not all inside axis 1"},
    {"slice f32[3] %0 at=1,1,3", "are not all inside axis 1"},
    {"slice f32[3] %0 at=1,-1,3", "are not all inside axis 1"},
    {"slice f32[2] %0 at=2,-3,2", "are not all inside axis 1"},
    {"pad f32[3] %0 at=1,1", "give a pair for each axis"},
    {"pad f32[3] %0 at=-1,1,0", "negative number"},
    {"pad f32[3] %0 at=1,-1,0", "negative number"},
    {"pad f32[3] %0 at=1,1,-1", "negative number"},
    {"concat f32[3] at=0", "no tensors are given"},
    {"concat f32[3] %0 %0 at=1", "concat along axis 1"},
    {"concat f32[3] %0 %0 at=-1", "concat along axis -1"},
    {"concat f32[6] %0 %2 at=0", "may differ along axis 1 only"},
    {"concat f32[6] %0 %1 at=0", "may differ along axis 1 only"},
    {"concat f32[4,8] %1 %4 at=1", "may differ along axis 2 only"},
    {"contract f32[] %0 %0", "is not of the form"},
    {"contract f32[] %0 %0 text=\"i\"", "is not of the form"},
    {"contract f32[] %0 %0 text=\"i,i\"", "is not of the form"},
    {"contract f32[] %1 %0 text=\"ii,i->\"", "is not of the form"},
    {"contract f32[] %0 %0 text=\"1,1->\"", "is not of the form"},
    {"contract f32[] %1 %0 text=\"i,i->\"", "gives it 1 letters"},
    {"contract f32[] %1 %0 text=\"ij,i->\"", "sum over it first"},
    {"contract f32[3] %0 %0 text=\"i,i->k\"", "is in no operand"},
    {"contract f32[] %0 %2 text=\"i,i->\"", "cast one of them"},
    {"contract bool[] %3 %3 text=\"i,i->\"", "cast one of them"},
    {"contract f32[] %1 %0 text=\"ij,i->j\"", "differ"},
    {"contract f32[5,3] %1 %4 text=\"ij,ik->jk\"", "differ"},
    {"contract f32[4,5,3] %6 %6 text=\"abcdefgh,ijklmnop->abcdefghijklmnop\"",
     "the largest is 8"},
    {"gather f32[3,5] %1 %2", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij,k\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ii,k->ki\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij,1->1j\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij,k->kk\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij,k->j\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij,k->kjx\"", "gather with letters"},
    {"gather f32[3,5] %1 %2 text=\"ij,k->kij\"", "gather with letters"},
    {"gather f32[3,5] %1 %0 text=\"ij,k->kj\"", "expected i32"},
    {"gather f32[3,5] %0 %2 text=\"ij,k->kj\"", "gather \"ij,k->kj\" of"},
    {"gather f32[3] %1 %2 text=\"ij,j->j\"", "must be equal"},
    {"gather f32[3] %6 %8 text=\"abcdefgh,ij->abcdefgij\"", "the result has rank 9"},
    {"scatter f32[9] %0 %0 text=\"i,i->k\" at=9", "expected i32"},
    {"sum f32[] %3 at=1", "sum"},
    {"max f32[] %0 at=2", "no axes"},
    {"max f32[] %0 at=-1", "no axes"},
    {"prod f32[] %3 at=0", "prod"},
    {"argmax i32[] %3 at=0", "argmax"},
    {"cumsum f32[3] %0 at=2,0", "cumsum"},
    {"cumsum f32[3] %0 at=-1,0", "cumsum"},
    {"cumsum bool[3] %3 at=0,0", "cumsum"},
    {"slide f32[4,5] %1 at=0,0,1,1,0,4", "slide: axes 0 and 0"},
    {"slide f32[4,5] %1 at=2,0,1,1,0,4", "slide: axes 2 and 0"},
    {"slide f32[4,5] %1 at=-1,0,1,1,0,4", "slide: axes -1 and 0"},
    {"slide f32[4,5] %1 at=0,2,1,1,0,4", "slide: axes 0 and 2"},
    {"slide f32[4,5] %1 at=0,-1,1,1,0,4", "slide: axes 0 and -1"},
    {"slide f32[4,5] %1 at=0,1,0,1,0,4", "stride 0"},
    {"slide f32[4,5] %1 at=0,1,1,0,0,4", "dilation 0"},
    {"unslide f32[4,5] %1 at=0,1,1,1,-1,4", "pad -1"},
    {"unslide f32[0,5] %1 at=0,1,1,1,0,0", "leave 0 windows"},
    {"add f32[3] %0 %1", "shapes differ"},
    {"add f32[3] %0 %2", "cast one of them"},
    {"exp i32[3] %2", "expected f32 or f64"},
    {"logical_not f32[3] %0", "bool"},
    {"where f32[3] %0 %0 %0", "bool"},
    {"where f32[3] %3 %0 %7", "cast one of them"},
    {"mode f32[3] %0 %2", "mode"},
    {"mode f32[3] %0 %1", "mode"},
    {"iota i32[3] at=1", "iota"},
    {"get f32[] %0 at=0", "get"},
    {"scan f32[3] %0 at=0,1,3,0", "scan"},
    {"scan f32[] %5 at=0,1,3,0 " BODY("out \"y\" %0\n"), "has no axis to cut along"},
    {"scan f32[] %0 at=0,1,4,0 " BODY("out \"y\" %0\n"), "differ in length"},
    {"scan f32[] %0 %4 at=0,2,3,0 " BODY("out \"y\" %0\n"), "differ in length"},
    {"scan f32[] %1 %4 at=0,2,4,0 " BODY("out \"y\" %0\n"), "differ in length"},
    {"scan f32[] %5 %0 at=1,1,3,0 " BODY(""), "1 carries go in"},
    {"scan f32[] %7 %0 at=1,1,3,0 " BODY("out \"y\" %0\n"), "carry 1 starts as"},
    {"scan f32[] %5 %0 at=1,1,3,0 " BODY(
         "%1 = broadcast f32[2] %0 at=-1,2\nout \"y\" %1\n"),
     "carry 1 starts as"},
    {"scan f32[] %0 at=0,1,3,0 " BODY(""), "neither a carry nor an output"},
    {"scan f32[] %0 at=0,1,0,0 " BODY("out \"y\" %0\n"), "malformed"},
    {"scan f32[] %0 at=0,2,3,0 " BODY("out \"y\" %0\n"), "malformed"},
    {"scan f32[] %0 at=-1,1,3,0 " BODY("out \"y\" %0\n"), "malformed"},
    {"scan f32[] %0 at=0,1,3 " BODY("out \"y\" %0\n"), "malformed"},
    {"scan f32[] %7 at=0,1,3,0 " BODY("out \"y\" %0\n"), "slot 0 is"},
    {"scan f32[] %0 at=0,1,3,0 " BODY("%1 = param f32[] text=\"p\"\nout \"y\" %1\n"),
     "which is no operand"},
};

/* What reading the text says, and its exit code; 0 where it is taken. */
static int read_text(const char *text, char *said, size_t room)
{
    int ends[2], status;
    ck_assert_int_eq(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        Arena *arena = arena_new();
        graph_parse(arena, text, "wrong.graph");
        arena_free(arena);
        exit(0);
    }
    close(ends[1]);
    size_t n = 0;
    for (ssize_t got; (got = read(ends[0], said + n, room - 1 - n)) > 0;)
        n += (size_t)got;
    said[n] = '\0';
    close(ends[0]);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000;
}

START_TEST(wrong_lines_are_refused)
{
    char text[2000], said[2000];
    int missed = 0;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(text, sizeof text, "%s%%9 = %s\n", leaves, wrong[i].line);
        int code = read_text(text, said, sizeof said);
        if (code == EXIT_SCRIPT && strstr(said, wrong[i].part) != NULL)
            continue;
        fprintf(stderr, "%s\n    code %d, expected '%s': %s\n", wrong[i].line, code,
                wrong[i].part, said);
        missed++;
    }
    ck_assert_int_eq(missed, 0);
}
END_TEST

START_TEST(right_lines_are_taken)
{
    static const char *const right[] = {
        "permute f32[5,4] %1 at=1,0",
        "slice f32[2] %0 at=2,-2,2",
        "concat f32[6] %0 %0 at=0",
        "gather f32[3,5] %1 %2 text=\"ij,k->kj\"",
        "contract f32[5] %1 %1 text=\"ij,ij->j\"",
    };
    char text[2000], said[2000];
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        snprintf(text, sizeof text, "%s%%9 = %s\n", leaves, right[i]);
        int code = read_text(text, said, sizeof said);
        ck_assert_msg(code == 0, "%s: %s", right[i], said);
    }
}
END_TEST

Suite *shapes_suite(void)
{
    Suite *suite = suite_create("shapes");
    TCase *tests = tcase_create("shapes");
    tcase_add_test(tests, wrong_lines_are_refused);
    tcase_add_test(tests, right_lines_are_taken);
    suite_add_tcase(suite, tests);
    return suite;
}

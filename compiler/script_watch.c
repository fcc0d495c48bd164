/*
 * script_watch.c - how much processor time a script may take, where it reaches no other
 * limit: an instruction of Lua that compares long texts, or one call of a function of
 * its library, may take as long as it likes.
 *
 * Time is counted in what loading our prelude took, a piece of work that is always the
 * same: so a slow machine, or a sanitizer, does not matter. Nodes buy time. When it is
 * up, a signal asks for a call before the next instruction, which tells the line; if
 * that does not come soon, within one long call, the next signal can only write and
 * exit.
 */
#include "script.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum {
    PRELUDES = 300,  /* the script may take so many times as long */
    NODES = 1000,    /* so many nodes buy one more */
    LEAST = 1000000, /* microseconds, whatever the prelude took */
    MOST = 30000000, /* with the nodes */
    GRACE = 100000   /* for the call to come */
};

/* What the handler looks at: set before the timer runs. */
static Run *volatile running;
static volatile bool asked;
static long started, prelude; /* microseconds */

static long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void set_timer(long microseconds)
{
    struct itimerval timer = {0};
    timer.it_value.tv_sec = microseconds / 1000000;
    timer.it_value.tv_usec = microseconds % 1000000;
    setitimer(ITIMER_PROF, &timer, NULL);
}

/* What is left, in microseconds. */
static long time_left(const Run *r)
{
    long nodes = 0, may = prelude * PRELUDES;
    for (int i = 0; i < r->script->runs.n; i++)
        nodes += r->script->runs.at[i]->root->count->n;
    may = (may < LEAST ? LEAST : may) + nodes * prelude / NODES;
    return started + (may < MOST ? may : MOST) - now();
}

static size_t put(char *to, size_t at, size_t room, const char *text)
{
    size_t n = strlen(text);
    n = n < room - at ? n : room - at;
    memcpy(to + at, text, n);
    return at + n;
}

static const char too_long[] = "the script takes too much processor time";

/* Only writes: this is no time to ask for memory. */
_Noreturn static void tell_and_exit(Run *r)
{
    char text[512], digits[16];
    size_t n = 0, d = sizeof digits - 1;
    lua_Debug ar;
    Where where = r->where;
    if (call_user_frame(r->L, 0, &ar))
        where = (Where){ar.source + 1, ar.currentline};
    n = put(text, n, sizeof text - 128, where.file != NULL ? where.file : "mfc");
    digits[d] = '\0';
    for (int line = where.line; line > 0 && d > 0; line /= 10)
        digits[--d] = (char)('0' + line % 10);
    if (digits[d] != '\0') {
        n = put(text, n, sizeof text - 100, ":");
        n = put(text, n, sizeof text - 80, digits + d);
    }
    n = put(text, n, sizeof text, ": error: ");
    n = put(text, n, sizeof text, too_long);
    n = put(text, n, sizeof text, "\n");
    ssize_t written = write(STDERR_FILENO, text, n);
    (void)written;
    _exit(EXIT_LIMIT);
}

/* Before the next instruction. */
static void on_next_instruction(lua_State *L, lua_Debug *ar)
{
    Run *r = run_of(L);
    (void)ar;
    lua_Debug frame;
    Where where = r->where;
    if (call_user_frame(L, 0, &frame))
        where = call_where(r, &frame);
    run_limit(r, where, "%s", too_long);
}

static void on_time_up(int signal_number)
{
    (void)signal_number;
    Run *r = running;
    if (r == NULL)
        return;
    long left = time_left(r);
    if (left > 0) {
        set_timer(left);
    } else if (!asked) {
        asked = true;
        lua_sethook(r->L, on_next_instruction, LUA_MASKCOUNT, 1);
        set_timer(GRACE);
    } else {
        tell_and_exit(r);
    }
}

void watch_run(Run *r)
{
    running = r;
}

void watch_start(void)
{
    running = NULL;
    asked = false;
    started = now();
    struct sigaction action = {0};
    action.sa_handler = on_time_up;
    action.sa_flags = SA_RESTART;
    sigaction(SIGPROF, &action, NULL);
}

void watch_prelude(Run *r)
{
    prelude = now() - started;
    running = r;
    set_timer(time_left(r));
}

void watch_stop(void)
{
    struct sigaction action = {0};
    set_timer(0);
    action.sa_handler = SIG_DFL;
    sigaction(SIGPROF, &action, NULL);
    running = NULL;
}

/*
 * script_watch.c - limits of processor time, the last resort where neither the
 * hook nor the allocator comes to word: within one call of a library function.
 * The signal's handler can only write and exit; it says the line at which the
 * running script last called something of ours.
 */
#include "script.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* What the handler may look at: set before the timer runs. */
static const Run *volatile running;

static size_t put(char *to, size_t at, size_t room, const char *text)
{
    size_t n = strlen(text);
    n = n < room - at ? n : room - at;
    memcpy(to + at, text, n);
    return at + n;
}

static void on_time_up(int signal_number)
{
    char text[512], digits[16];
    size_t n = 0, d = sizeof digits - 1;
    (void)signal_number;
    const Run *r = running;
    const char *file = r != NULL && r->where.file != NULL ? r->where.file : "mfc";
    n = put(text, n, sizeof text - 128, file);
    digits[d] = '\0';
    int line = r != NULL ? r->where.line : 0;
    for (; line > 0 && d > 0; line /= 10)
        digits[--d] = (char)('0' + line % 10);
    if (digits[d] != '\0') {
        n = put(text, n, sizeof text - 100, ":");
        n = put(text, n, sizeof text - 80, digits + d);
    }
    n = put(text, n, sizeof text,
            ": error: the script takes too much processor time\n");
    ssize_t written = write(STDERR_FILENO, text, n);
    (void)written;
    _exit(EXIT_LIMIT);
}

void watch_run(const Run *r)
{
    running = r;
}

void watch_start(void)
{
    struct sigaction action = {0};
    struct itimerval timer = {.it_value = {.tv_sec = MAX_CPU_SECONDS}};
    action.sa_handler = on_time_up;
    sigaction(SIGPROF, &action, NULL);
    setitimer(ITIMER_PROF, &timer, NULL);
}

void watch_stop(void)
{
    struct sigaction action = {0};
    struct itimerval none = {0};
    setitimer(ITIMER_PROF, &none, NULL);
    action.sa_handler = SIG_DFL;
    sigaction(SIGPROF, &action, NULL);
    running = NULL;
}

/* The rest of the time, in whole seconds upwards; how much of it is left. */
static long seconds_left(void)
{
    struct itimerval timer;
    getitimer(ITIMER_PROF, &timer);
    return (long)timer.it_value.tv_sec + (timer.it_value.tv_usec > 0);
}

static void set_seconds(long seconds)
{
    struct itimerval timer = {.it_value = {.tv_sec = seconds}};
    setitimer(ITIMER_PROF, &timer, NULL);
}

long watch_tighten(long seconds)
{
    long left = seconds_left();
    if (left <= seconds)
        return 0;
    set_seconds(seconds);
    return left - seconds;
}

void watch_loosen(long more)
{
    if (more > 0)
        set_seconds(seconds_left() + more);
}

/*
 * run_limited.c - runs a command that may want to hang or to fill the memory:
 *
 *     run_limited SECONDS MIB COMMAND...
 *
 * The exit code is that of the command. 97: a signal ended it; 98: it took more than
 * SECONDS of processor time, or sixty times as long by the clock; 99: it had more than
 * MIB in memory at once.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile pid_t child;

static void on_alarm(int signal_number)
{
    (void)signal_number;
    kill(child, SIGKILL);
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return 96;
    double most = atof(argv[1]);
    long kib = atol(argv[2]) * 1024;
    child = fork();
    if (child == 0) {
        execvp(argv[3], argv + 3);
        perror(argv[3]);
        _exit(96);
    }
    struct sigaction action = {0};
    action.sa_handler = on_alarm;
    sigaction(SIGALRM, &action, NULL);
    alarm((unsigned)(60 * most) + 1);
    int status;
    struct rusage used;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return 96;
    getrusage(RUSAGE_CHILDREN, &used);
    double took = seconds(used.ru_utime) + seconds(used.ru_stime);
    if (took > most || (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)) {
        fprintf(stderr, "run_limited: %.1f s\n", took);
        return 98;
    }
    if (used.ru_maxrss > kib) {
        fprintf(stderr, "run_limited: %ld MiB\n", used.ru_maxrss / 1024);
        return 99;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 97;
}

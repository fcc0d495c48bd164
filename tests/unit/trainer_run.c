/*
 * trainer_run.c - see trainer_run.h.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "trainer_run.h"

void folder_enter(void)
{
    char name[] = "/tmp/mfc-trainer-XXXXXX";
    if (mkdtemp(name) == NULL || chdir(name) != 0)
        abort();
    signal(SIGINT, SIG_DFL); /* the test runner's handlers would be inherited */
    signal(SIGTERM, SIG_DFL);
}

void folder_leave(void)
{
    char here[200], command[240];
    if (getcwd(here, sizeof here) == NULL ||
        strncmp(here, "/tmp/mfc-trainer-", 17) != 0 || chdir("/") != 0)
        abort();
    snprintf(command, sizeof command, "rm -rf %s", here);
    if (system(command) != 0)
        abort();
}

static void redirect(const char *path, int fd)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, fd) < 0)
        abort();
    close(file);
}

pid_t trainer_start(TinyKind kind, const char *line)
{
    static Tiny net;
    static TinyProgram program;
    char copy[1000], *argv[64] = {(char[]){"tiny"}};
    int argc = 1;
    fflush(NULL);
    pid_t pid = fork();
    if (pid < 0)
        abort();
    if (pid > 0)
        return pid;
    redirect("out", STDOUT_FILENO);
    redirect("err", STDERR_FILENO);
    snprintf(copy, sizeof copy, "%s", line);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "))
        argv[argc++] = word;
    tiny_make(&program, kind);
    exit(mf_main(argc, argv, &program.model, &net)); /* as main would: leaks are told */
}

int trainer_wait(pid_t pid)
{
    int status;
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        abort();
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

int trainer_run(TinyKind kind, const char *line)
{
    return trainer_wait(trainer_start(kind, line));
}

char *file_text(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    size_t room = 1 << 20, size = 0;
    char *text = malloc(room);
    if (text == NULL)
        abort();
    if (file != NULL) {
        size = fread(text, 1, room - 1, file);
        fclose(file);
    }
    text[size] = '\0';
    if (n != NULL)
        *n = size;
    return text;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool same_files(const char *a, const char *b)
{
    size_t n, m;
    char *s = file_text(a, &n), *t = file_text(b, &m);
    bool same = n > 0 && n == m && memcmp(s, t, n) == 0;
    free(s);
    free(t);
    return same;
}

bool file_says(const char *path, const char *text)
{
    char *content = file_text(path, NULL);
    bool found = strstr(content, text) != NULL;
    free(content);
    return found;
}

int file_lines(const char *path)
{
    char *content = file_text(path, NULL);
    int n = 0;
    for (const char *c = content; *c != '\0'; c++)
        n += *c == '\n';
    free(content);
    return n;
}

void file_put(const char *path, const void *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, n, file) != n || fclose(file) != 0)
        abort();
}

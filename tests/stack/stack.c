/*
 * stack.c - how much stack a step of an emitted trainer takes, and each of its functions.
 * It takes the place of the runtime's mf_main, runs them on a stack of its own that is
 * painted before, and sees how far down the paint is gone. Prints the most bytes.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

#include "mfrt.h"

enum { BYTES = 4 << 20, PAINT = 0xa5 };

static const MfModel *the_model;
static void *the_net;
static const void *zeros[64];
static void *results[64];
static double values[256];

static size_t port_bytes(const MfPort *port)
{
    size_t n = sizeof(double);
    for (int d = 0; d < port->rank; d++)
        n *= (size_t)port->dim[d];
    return n;
}

static void *zeros_for(const MfPort *port)
{
    void *p = calloc(1, port_bytes(port));
    if (!p)
        exit(1);
    return p;
}

static void call_nothing(int i)
{
    (void)i;
}

static void call_train(int i)
{
    the_model->train[i].step(the_net, zeros, values);
}

static void call_func(int i)
{
    the_model->func[i].call(the_net, zeros, results);
}

static void (*job)(int);
static int job_number;
static ucontext_t outside, inside;

static void run(void)
{
    job(job_number);
}

static size_t stack_of(void (*function)(int), int number)
{
    static unsigned char *stack;
    if (!stack && !(stack = malloc(BYTES)))
        exit(1);
    memset(stack, PAINT, BYTES);
    getcontext(&inside);
    inside.uc_stack.ss_sp = stack;
    inside.uc_stack.ss_size = BYTES;
    inside.uc_link = &outside;
    job = function;
    job_number = number;
    makecontext(&inside, run, 0);
    swapcontext(&outside, &inside);
    size_t low = 0;
    while (low < BYTES && stack[low] == PAINT)
        low++;
    return BYTES - low;
}

int mf_main(int argc, char **argv, const MfModel *model, void *net)
{
    (void)argc;
    (void)argv;
    the_model = model;
    the_net = net ? net : calloc(1, model->size);
    if (!the_net)
        return 1;
    model->init(the_net, 1);
    size_t most = 0, own = stack_of(call_nothing, 0);
    for (int i = 0; i < model->n_trains; i++) {
        for (int k = 0; k < model->train[i].n_in; k++)
            zeros[k] = zeros_for(&model->train[i].in[k]);
        size_t bytes = stack_of(call_train, i);
        most = bytes > most ? bytes : most;
    }
    for (int i = 0; i < model->n_funcs; i++) {
        for (int k = 0; k < model->func[i].n_in; k++)
            zeros[k] = zeros_for(&model->func[i].in[k]);
        for (int k = 0; k < model->func[i].n_out; k++)
            results[k] = zeros_for(&model->func[i].out[k]);
        size_t bytes = stack_of(call_func, i);
        most = bytes > most ? bytes : most;
    }
    printf("%zu\n", most - own);
    return 0;
}

/*
 * steps.c - takes the place of mf_main: some steps of every train of a program on
 * inputs drawn from a seed, whatever its data are.
 *
 *     steps N
 *
 * prints a hash of all its tensors, and how many threads the process has then.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "mfrt.h"

enum { MOST_INPUTS = 16 };

static void *draw(const MfPort *port, uint32_t which)
{
    size_t n = 1;
    for (int d = 0; d < port->rank; d++)
        n *= (size_t)port->dim[d];
    double *values = calloc(n, sizeof *values); /* of the widest dtype */
    if (!values)
        exit(1);
    int limit = port->limit ? port->limit : 2;
    for (size_t i = 0; i < n; i++) {
        float u = mf_uniformf(1, which, 0, (uint64_t)i);
        if (port->dtype == MF_F32)
            ((float *)values)[i] = u;
        else if (port->dtype == MF_F64)
            values[i] = (double)u;
        else if (port->dtype == MF_I32)
            ((int32_t *)values)[i] = (int32_t)(u * (float)limit);
        else
            ((bool *)values)[i] = u < 0.5f;
    }
    return values;
}

static uint64_t hash(uint64_t h, const unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        h = (h ^ bytes[i]) * 0x100000001b3u;
    return h;
}

static uint64_t hash_tensors(const MfModel *model, const void *net)
{
    static const size_t size[] =
        {[MF_F32] = 4, [MF_F64] = 8, [MF_I32] = 4, [MF_BOOL] = 1};
    uint64_t h = 0xcbf29ce484222325u;
    for (int i = 0; i < model->n_tensors; i++) {
        const MfTensor *t = &model->tensor[i];
        size_t n = size[t->dtype];
        for (int d = 0; d < t->rank; d++)
            n *= (size_t)t->dim[d];
        h = hash(h, (const unsigned char *)net + t->offset, n);
    }
    return h;
}

static int count_threads(void)
{
    int n = 0;
    DIR *tasks = opendir("/proc/self/task");
    while (tasks && readdir(tasks))
        n++;
    if (tasks)
        closedir(tasks);
    return n - 2; /* . and .. */
}

int mf_main(int argc, char **argv, const MfModel *model, void *net)
{
    int steps = argc > 1 ? atoi(argv[1]) : 1;
    if (!net && !(net = calloc(1, model->size)))
        return 1;
    model->init(net, 1);
    double values[64];
    uint64_t *step = (uint64_t *)(void *)((char *)net + model->step_offset);
    for (int t = 0; t < model->n_trains; t++) {
        const MfTrain *train = &model->train[t];
        const void *in[MOST_INPUTS];
        for (int i = 0; i < train->n_in && i < MOST_INPUTS; i++)
            in[i] = draw(&train->in[i], (uint32_t)i);
        for (int n = 0; n < steps; n++, ++*step)
            train->step(net, in, values);
    }
    printf("%016llx\n%d\n", (unsigned long long)hash_tensors(model, net),
           count_threads());
    return 0;
}

/*
 * micro_products.c - products that mfc emitted (bench/models/products.lua) beside
 * OpenBLAS's, on one thread: it takes the place of mf_main, and bench/micro_products
 * builds and runs it. The two take turns on the same arrays; a line has the name of the
 * product, our best GFLOP/s, OpenBLAS's best, and the median of the ratios of
 * neighbours (its time / ours).
 */
#define _POSIX_C_SOURCE 200809L
#include <cblas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mfrt.h"

enum { MOST_PAIRS = 1000, LEAST_PAIRS = 5 };
static const double TURN = 2e-3; /* seconds that each has before the other's turn */

typedef struct Product {
    bool turned_a, turned_b;
    int b, m, k, n;
} Product;

typedef struct Bench {
    const MfFunc *func;
    Product product;
    void *net;
    float *in[2], *out;
} Bench;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static float *draw(size_t n)
{
    float *x = calloc(n, sizeof *x);
    if (!x)
        exit(1);
    for (size_t i = 0; i < n; i++)
        x[i] = mf_uniform(1, 0, 0, (uint32_t)i) - 0.5f;
    return x;
}

static size_t elements(const MfPort *port)
{
    size_t n = 1;
    for (int d = 0; d < port->rank; d++)
        n *= (size_t)port->dim[d];
    return n;
}

/* NN, NT or TN, of its last two axes. */
static Product product_of(const MfFunc *f)
{
    const MfPort *a = &f->in[0], *c = &f->out[0];
    Product p = {.turned_a = f->name[0] == 'T', .turned_b = f->name[1] == 'T'};
    p.b = c->rank > 2 ? c->dim[0] : 1;
    p.m = c->dim[c->rank - 2];
    p.n = c->dim[c->rank - 1];
    p.k = a->dim[p.turned_a ? a->rank - 2 : a->rank - 1];
    return p;
}

static void ours(const Bench *x)
{
    const void *in[] = {x->in[0], x->in[1]};
    void *out[] = {x->out};
    x->func->call(x->net, in, out);
}

static void blas(const Bench *x)
{
    const Product *p = &x->product;
    for (int i = 0; i < p->b; i++)
        cblas_sgemm(CblasRowMajor, p->turned_a ? CblasTrans : CblasNoTrans,
                    p->turned_b ? CblasTrans : CblasNoTrans, p->m, p->n, p->k, 1,
                    x->in[0] + (size_t)i * (size_t)(p->m * p->k),
                    p->turned_a ? p->m : p->k,
                    x->in[1] + (size_t)i * (size_t)(p->k * p->n),
                    p->turned_b ? p->k : p->n, 0,
                    x->out + (size_t)i * (size_t)(p->m * p->n), p->n);
}

/* Seconds of a call, of as many as take a turn. */
static double turn(void (*run)(const Bench *), const Bench *x)
{
    double start = now(), end = start;
    int calls = 0;
    for (int block = 1; end - start < TURN; block *= 2) {
        for (int i = 0; i < block; i++)
            run(x);
        calls += block;
        end = now();
    }
    return (end - start) / calls;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(const Bench *x, double seconds)
{
    const Product *p = &x->product;
    double work = 2e-9 * p->b * p->m * p->k * p->n, ratio[MOST_PAIRS];
    double mine = 1e9, other = 1e9, end = now() + seconds;
    int n = 0;
    turn(ours, x);
    turn(blas, x);
    for (; n < LEAST_PAIRS || (n < MOST_PAIRS && now() < end); n++) {
        double a = turn(ours, x), b = turn(blas, x);
        mine = a < mine ? a : mine;
        other = b < other ? b : other;
        ratio[n] = b / a;
    }
    qsort(ratio, (size_t)n, sizeof *ratio, compare);
    printf("%s %.1f %.1f %.3f\n", x->func->name, work / mine, work / other,
           ratio[n / 2]);
    fflush(stdout);
}

int mf_main(int argc, char **argv, const MfModel *model, void *net)
{
    double seconds = argc > 1 ? atof(argv[1]) : 0.1;
    openblas_set_num_threads(1);
    if (!net && !(net = calloc(1, model->size)))
        return 1;
    for (int i = 0; i < model->n_funcs; i++) {
        Bench x = {.func = &model->func[i], .net = net};
        x.product = product_of(x.func);
        for (int k = 0; k < 2; k++)
            x.in[k] = draw(elements(&x.func->in[k]));
        x.out = draw(elements(&x.func->out[0]));
        measure(&x, seconds);
        free(x.in[0]);
        free(x.in[1]);
        free(x.out);
    }
    return 0;
}

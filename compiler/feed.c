/*
 * feed.c - values for the leaves of a program's graphs (feed.h). Files are read
 * by the runtime's functions, the same that a trainer uses, as doubles.
 */
#include "feed.h"

#include <math.h>
#include <string.h>

#include "../runtime/mf_data.h"
#include "../runtime/mf_safetensors.h"

/* ---- files ---- */

/* Room for the elements as a file has them: f64, i32 or one byte. */
static void *raw_room(Arena *arena, const Shape *shape)
{
    return arena_alloc(arena, (size_t)shape_size(shape), sizeof(double));
}

static double *raw_doubles(Arena *arena, MfDtype dtype, const Shape *shape,
                           const void *raw)
{
    int64_t size = shape_size(shape);
    double *out = NEW_N(arena, double, size);
    for (int64_t i = 0; i < size; i++)
        if (dtype == MF_F64)
            out[i] = ((const double *)raw)[i];
        else if (dtype == MF_I32)
            out[i] = ((const int32_t *)raw)[i];
        else
            out[i] = ((const unsigned char *)raw)[i] != 0;
    return out;
}

/* How we want the elements of this dtype from a file. */
static MfDtype raw_dtype(Dtype d)
{
    return is_float(d) ? MF_F64 : d == I32 ? MF_I32 : MF_BOOL;
}

/* The extents as the runtime counts them. */
static void raw_dims(const Shape *shape, int *dim)
{
    for (int i = 0; i < shape->rank; i++) {
        if (shape->dim[i] > INT32_MAX)
            fail(EXIT_LIMIT, "an extent of %lld is too large for a file",
                 (long long)shape->dim[i]);
        dim[i] = (int)shape->dim[i];
    }
}

void feed_load_params(Feed *f, const char *path)
{
    MfTensorFile file;
    if (mf_tensors_open(&file, path) != 0)
        fail(EXIT_FILE, "cannot take the parameters from %s", path);
    for (int i = 0; i < f->program->params.n; i++) {
        const Param *p = &f->program->params.at[i];
        if (p->role != MF_PARAM && p->role != MF_STAT)
            continue;
        int dim[MAX_RANK];
        raw_dims(&p->shape, dim);
        void *raw = raw_room(f->arena, &p->shape);
        MfPlace place = {p->name, raw_dtype(p->dtype), p->shape.rank, dim, raw};
        if (mf_tensors_match(&file, &place) != 0 || mf_tensors_read(&file, &place) != 0)
            fail(EXIT_FILE, "cannot take the parameters from %s", path);
        f->param[i] = raw_doubles(f->arena, place.dtype, &p->shape, raw);
    }
    mf_tensors_close(&file);
}

static int small_limit(int64_t limit)
{
    return limit > INT32_MAX ? INT32_MAX : (int)limit;
}

static const int *small_limits(Arena *arena, const Port *p)
{
    if (p->limits == NULL)
        return NULL;
    int64_t row = shape_row(&p->shape);
    int *limits = NEW_N(arena, int, row);
    for (int64_t i = 0; i < row; i++)
        limits[i] = small_limit(p->limits[i]);
    return limits;
}

void feed_load_input(Feed *f, int i, const char *path)
{
    const Port *p = &f->entry->inputs.at[i];
    MfPort port = {.name = p->name, .dtype = raw_dtype(p->dtype)};
    port.rank = p->shape.rank;
    port.limit = small_limit(p->limit);
    port.limits = small_limits(f->arena, p);
    raw_dims(&p->shape, port.dim);
    void *raw = raw_room(f->arena, &p->shape);
    if (mf_npy_read(path, &port, raw) != 0)
        fail(EXIT_FILE, "cannot take the input %s, %s%s, from %s", p->name,
             dtype_name(p->dtype), shape_text(f->arena, &p->shape), path);
    f->input[i] = raw_doubles(f->arena, port.dtype, &p->shape, raw);
}

/* ---- values that are made ---- */

uint64_t feed_default_seed(const Program *p)
{
    return p->trains.n > 0 ? p->trains.at[0].spec.seed : 0;
}

static int find_param(const Program *p, const char *name)
{
    for (int i = 0; i < p->params.n; i++)
        if (strcmp(p->params.at[i].name, name) == 0)
            return i;
    return -1;
}

static int find_port(const Entry *entry, const char *name)
{
    for (int i = 0; i < entry->inputs.n; i++)
        if (strcmp(entry->inputs.at[i].name, name) == 0)
            return i;
    return -1;
}

Feed *feed_new(Arena *arena, Program *p, uint64_t seed, const Ring *ring)
{
    Feed *f = NEW(arena, Feed);
    f->arena = arena;
    f->program = p;
    f->seed = seed;
    f->param = NEW_N(arena, double *, p->params.n + 1);
    f->tangent = NEW_N(arena, double *, p->params.n + 1);
    for (int i = 0; i < p->params.n; i++)
        f->param[i] = NEW_N(arena, double, shape_size(&p->params.at[i].shape));
    for (int e = 0; e < p->entries.n; e++) {
        if (p->entries.at[e].kind != ENTRY_INIT)
            continue;
        Graph *g = p->entries.at[e].graph;
        Arena *work = arena_new();
        Scalar **value = feed_eval(work, f, ring, g);
        for (int i = 0; i < g->outs.n; i++) {
            const Out *out = &g->outs.at[i];
            int k = out->store ? find_param(p, out->name) : -1;
            int64_t size = k < 0 ? 0 : shape_size(&p->params.at[k].shape);
            for (int64_t j = 0; j < size; j++)
                f->param[k][j] = ring->value(value[i][j]);
        }
        arena_free(work);
    }
    return f;
}

void feed_entry(Feed *f, const Entry *entry)
{
    f->entry = entry;
    f->input = NEW_N(f->arena, double *, entry->inputs.n + 1);
}

void feed_random_inputs(Feed *f, uint64_t seed)
{
    f->made_up = true;
    for (int i = 0; i < f->entry->inputs.n; i++) {
        const Port *p = &f->entry->inputs.at[i];
        int64_t size = shape_size(&p->shape);
        uint64_t stream = mf_hash(p->name);
        f->input[i] = NEW_N(f->arena, double, size);
        for (int64_t j = 0; j < size; j++) {
            double u = mf_uniform(seed, stream, 0, (uint64_t)j);
            double below = p->dtype == I32 && p->limit > 0 ? (double)p->limit : 2;
            f->input[i][j] = is_float(p->dtype) ? u + 0x1p-54 : floor(u * below);
        }
    }
}

/* ---- evaluation ---- */

typedef struct Call {
    Arena *scratch; /* of the leaf that was asked for last */
    const Feed *feed;
    const Ring *ring;
} Call;

static const Scalar *call_leaf(void *context, const Node *leaf)
{
    Call *c = context;
    const Feed *f = c->feed;
    const double *v = NULL, *tangent = NULL;
    if (leaf->op == OP_param) {
        int k = find_param(f->program, leaf->attr.text);
        v = k < 0 ? NULL : f->param[k];
        tangent = k < 0 ? NULL : f->tangent[k];
    } else if (leaf->op == OP_input && f->entry) {
        int k = find_port(f->entry, leaf->attr.text);
        v = k < 0 ? NULL : f->input[k];
    }
    if (!v)
        return NULL;
    arena_free(c->scratch);
    c->scratch = arena_new();
    int64_t size = shape_size(&leaf->shape);
    Scalar *out = NEW_N(c->scratch, Scalar, size);
    for (int64_t i = 0; i < size; i++) {
        out[i] = c->ring->number(v[i]);
        if (tangent && c->ring == &ring_dual)
            out[i].dual.d = tangent[i];
    }
    return out;
}

/* A copy whose computed ids stay in their tables, as in the C. */
static const Graph *indexed(Graph *g)
{
    Graph *copy = graph_extract(g, g->name, g->outs.n, g->outs.at, BOTH_MODES);
    pass_index(copy);
    return copy;
}

Scalar **feed_eval(Arena *arena, const Feed *f, const Ring *ring, Graph *g)
{
    Call call = {arena_new(), f, ring};
    Env env = {.ring = ring, .leaf = call_leaf, .context = &call};
    env.seed = f->seed;
    env.single = f->program->drawn == F32;
    env.step = f->step;
    Scalar **out = eval_outs(arena, f->made_up ? indexed(g) : g, &env);
    arena_free(call.scratch);
    return out;
}

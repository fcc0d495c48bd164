/*
 * onnx_op.c - a rule for each operator: the ONNX nodes that compute it. Element-wise
 * operators (onnx_scalar.c) take their operands before they are spread to the common
 * shape; what moves or reduces elements takes them whole.
 */
#include "onnx.h"

#include <string.h>

/* ---- leaves ---- */

/* Of a body: its carries and slices have names of their own, and what it reads of the
 * outside is the outside's. */
static void op_input(Onnx *o, const Node *n)
{
    const OnnxScope *s = o->scope;
    int k = slot_index(n);
    if (k < 0)
        value_set(o, n, intern(o->arena, n->attr.text));
    else if (s->slot[k] != NULL)
        value_set(o, n, s->slot[k]);
    else
        s->value[n->id] = s->outer->value[s->scan->arg[k]->id];
}

static void op_param(Onnx *o, const Node *n)
{
    for (int i = 0; i < o->program->params.n; i++)
        if (strcmp(o->program->params.at[i].name, n->attr.text) == 0)
            value_set(o, n,
                      tensor_add(o, n->attr.text, n->dtype, n->shape.rank, n->shape.dim,
                                 o->feed->param[i]));
}

static void op_const(Onnx *o, const Node *n)
{
    const char *like = n->name != NULL ? n->name : "const";
    value_set(o, n,
              tensor_add(o, like, n->dtype, n->shape.rank, n->shape.dim, n->attr.data));
}

static unsigned all_axes(const Node *n)
{
    return (1u << n->shape.rank) - 1;
}

static void op_full(Onnx *o, const Node *n)
{
    Value y = {.name = tensor_number(o, n->dtype, n->attr.num), .copies = all_axes(n)};
    y.full = n->shape.rank == 0 ? y.name : NULL;
    o->scope->value[n->id] = y;
}

/* 0, 1, ... along the axis and all later ones of extent 1. */
static void op_iota(Onnx *o, const Node *n)
{
    int axis = (int)n->attr.at[0], rank = n->shape.rank - axis;
    Extent e = extent_of(o, n, axis), to[MAX_RANK] = {e};
    for (int i = 1; i < rank; i++)
        to[i] = (Extent){1, 1};
    Value y = {.rank = rank, .copies = all_axes(n) & ~(1u << axis)};
    if (is_fixed(e)) {
        int64_t dim[MAX_RANK];
        double *v = NEW_N(o->arena, double, e.a);
        for (int64_t i = 0; i < e.a; i++)
            v[i] = (double)i;
        for (int i = 0; i < rank; i++)
            dim[i] = to[i].a;
        y.name = tensor_add(o, "iota", n->dtype, rank, dim, v);
    } else {
        const char *n_elements =
            call_reshape(o, n, batch_multiple(o, e.a / o->size.a), 0, to, NULL);
        const char *end = call_cast(o, n, n_elements, onnx_type(n->dtype), NULL);
        y.name = call_3(o, n, "Range", tensor_number(o, n->dtype, 0), end,
                        tensor_number(o, n->dtype, 1), NULL);
        if (rank > 1)
            y.name = call_reshape(o, n, y.name, rank, to, NULL);
    }
    y.full = y.copies == 0 ? y.name : NULL;
    o->scope->value[n->id] = y;
}

/* ---- the same elements ---- */

static void op_cast(Onnx *o, const Node *n)
{
    Value y = *value_of(o, n->arg[0]);
    const char *out = y.copies == 0 ? name_result(o, n) : name_loose(o, n);
    y.name = call_cast(o, n, y.name, onnx_type(n->dtype), out);
    y.full = y.copies == 0 ? y.name : NULL;
    o->scope->value[n->id] = y;
}

static void op_stop(Onnx *o, const Node *n)
{
    o->scope->value[n->id] = *value_of(o, n->arg[0]);
}

/* ---- movement ---- */

static void op_permute(Onnx *o, const Node *n)
{
    Call c = call_new(o, n, "Transpose");
    call_in(&c, value_full(o, n->arg[0]));
    call_ints(&c, "perm", n->attr.n, n->attr.at);
    value_set(o, n, call_end(&c, name_result(o, n)));
}

static void op_reshape(Onnx *o, const Node *n)
{
    Extent to[MAX_RANK];
    for (int i = 0; i < n->shape.rank; i++)
        to[i] = extent_of(o, n, i);
    value_set(o, n,
              call_reshape(o, n, value_full(o, n->arg[0]), n->shape.rank, to,
                           name_result(o, n)));
}

/* The operand with axes of 1 where the copies will be, but for the first ones. */
static void op_broadcast(Onnx *o, const Node *n)
{
    const Value *v = value_of(o, n->arg[0]);
    int skipped = n->arg[0]->shape.rank - v->rank; /* axes that the tensor lacks */
    Value y = {.name = v->name};
    int64_t new_axes[MAX_RANK];
    int inserted = 0;
    for (int i = 0; i < n->shape.rank; i++) {
        int64_t from = n->attr.at[i];
        bool copy = from < 0 || (v->copies >> from & 1);
        y.copies |= copy ? 1u << i : 0;
        if (from >= 0 && from < skipped)
            continue;
        if (from < 0 && y.rank == 0)
            continue;
        if (from < 0)
            new_axes[inserted++] = y.rank;
        y.rank++;
    }
    if (inserted > 0)
        y.name =
            call_2(o, n, "Unsqueeze", y.name, tensor_list(o, inserted, new_axes), NULL);
    y.full = y.copies == 0 ? y.name : NULL;
    o->scope->value[n->id] = y;
}

static void op_slice(Onnx *o, const Node *n)
{
    int rank = n->shape.rank, cut = 0;
    const int64_t *start = n->attr.at, *step = start + rank, *count = step + rank;
    int64_t starts[MAX_RANK], ends[MAX_RANK], axes[MAX_RANK], steps[MAX_RANK];
    for (int i = 0; i < rank; i++) {
        int64_t last = start[i] + (count[i] - 1) * step[i];
        if (start[i] == 0 && step[i] == 1 && count[i] == n->arg[0]->shape.dim[i])
            continue;
        starts[cut] = start[i];
        steps[cut] = step[i];
        ends[cut] = step[i] > 0 ? last + 1 : last > 0 ? last - 1 : INT64_MIN;
        axes[cut++] = i;
    }
    Call c = call_new(o, n, cut > 0 ? "Slice" : "Identity");
    call_in(&c, value_full(o, n->arg[0]));
    const int64_t *list[] = {starts, ends, axes, steps};
    for (int k = 0; k < 4 && cut > 0; k++)
        call_in(&c, tensor_list(o, cut, list[k]));
    value_set(o, n, call_end(&c, name_result(o, n)));
}

static void op_concat(Onnx *o, const Node *n)
{
    Call c = call_new(o, n, "Concat");
    for (int k = 0; k < n->n; k++)
        call_in(&c, value_full(o, n->arg[k]));
    call_int(&c, "axis", n->attr.at[0]);
    value_set(o, n, call_end(&c, name_result(o, n)));
}

/* ---- reductions ---- */

/* The axes of the bits in attr.at[0]; returns how many. */
static int axes_of(const Node *n, int64_t *axes)
{
    int count = 0;
    for (int i = 0; i < n->arg[0]->shape.rank; i++)
        if (n->attr.at[0] >> i & 1)
            axes[count++] = i;
    return count;
}

static void op_sum(Onnx *o, const Node *n)
{
    int64_t axes[MAX_RANK];
    int count = axes_of(n, axes);
    Call c = call_new(o, n, count > 0 ? "ReduceSum" : "Identity");
    call_in(&c, value_full(o, n->arg[0]));
    if (count > 0) {
        call_in(&c, tensor_list(o, count, axes));
        call_int(&c, "keepdims", 0);
    }
    value_set(o, n, call_end(&c, name_result(o, n)));
}

static void reduce(Onnx *o, const Node *n, const char *op, int count,
                   const int64_t *axes)
{
    Call c = call_new(o, n, count > 0 ? op : "Identity");
    call_in(&c, value_full(o, n->arg[0]));
    if (count > 0) {
        call_ints(&c, "axes", count, axes);
        call_int(&c, "keepdims", 0);
    }
    value_set(o, n, call_end(&c, name_result(o, n)));
}

static void op_max(Onnx *o, const Node *n)
{
    int64_t axes[MAX_RANK];
    reduce(o, n, "ReduceMax", axes_of(n, axes), axes);
}

static void op_prod(Onnx *o, const Node *n)
{
    reduce(o, n, "ReduceProd", 1, n->attr.at);
}

/* ArgMax knows one axis: the axes come last, as one. */
static void op_argmax(Onnx *o, const Node *n)
{
    const Node *a = n->arg[0];
    const char *all = "abcdefgh", *x = value_full(o, a);
    char kept[2 * MAX_RANK] = "", along[MAX_RANK + 1] = "";
    Extent to[MAX_RANK + 1], last = {1, 1};
    int rank = 0;
    for (int i = 0; i < a->shape.rank; i++) {
        Extent e = extent_of(o, a, i);
        bool reduced = n->attr.at[0] >> i & 1;
        strncat(reduced ? along : kept, &all[i], 1);
        if (reduced)
            last = (Extent){last.a * e.a, last.b * e.b};
        else
            to[rank++] = e;
    }
    int count = (int)strlen(along);
    to[rank++] = last;
    if (count != 1) {
        x = call_permute(o, n, x, all, strcat(kept, along), NULL);
        x = call_reshape(o, n, x, rank, to, NULL);
    }
    Call c = call_new(o, n, "ArgMax");
    call_in(&c, x);
    call_int(&c, "axis", count == 1 ? strchr(all, along[0]) - all : rank - 1);
    call_int(&c, "keepdims", 0);
    const char *place = call_end(&c, NULL); /* int64 */
    value_set(o, n, call_cast(o, n, place, ONNX_I32, name_result(o, n)));
}

static void op_cumsum(Onnx *o, const Node *n)
{
    Call c = call_new(o, n, "CumSum");
    call_in(&c, value_full(o, n->arg[0]));
    call_in(&c, tensor_ints(o, 0, NULL, &n->attr.at[0]));
    call_int(&c, "reverse", n->attr.at[1]);
    value_set(o, n, call_end(&c, name_result(o, n)));
}

/* ---- scan: ONNX has the same loop ---- */

/* One turn, whose inputs are the carries and slices and whose outputs have names of
 * their own, for an output may be an input or another output. */
static Buffer write_turn(Onnx *o, const Node *n, int carries, int slots)
{
    const Node *twin = o->scope->twin->nodes.at[n->id];
    OnnxScope *outer = o->scope, *body = onnx_scope(o, n->attr.body, twin->attr.body);
    int results = scan_results(n);
    body->scan = n;
    body->slot = NEW_N(o->arena, const char *, n->n + 1);
    for (int k = 0; k < slots; k++)
        body->slot[k] = name_new(o, k < carries ? "carry" : "slice");
    onnx_write(o, body);
    const char **out = NEW_N(o->arena, const char *, results);
    for (int k = 0; k < results; k++) {
        const Node *y = body->graph->outs.at[k].node;
        out[k] = call_1(o, y, "Identity", value_full(o, y), name_new(o, "turn"));
    }
    Buffer graph = onnx_body(o, body, slots, out);
    o->scope = outer;
    return graph;
}

static void op_scan(Onnx *o, const Node *n)
{
    int carries = (int)n->attr.at[0], slots = carries + (int)n->attr.at[1];
    int results = scan_results(n);
    if (slots == carries)
        bug("export: a scan over nothing");
    Buffer graph = write_turn(o, n, carries, slots);
    Call c = call_new(o, n, "Scan");
    for (int k = 0; k < slots; k++)
        call_in(&c, value_full(o, n->arg[k]));
    call_graph(&c, "body", &graph);
    call_int(&c, "num_scan_inputs", slots - carries);
    if (n->attr.at[3] != 0) { /* from the last slice to the first */
        int64_t *ones = NEW_N(o->arena, int64_t, slots + results);
        for (int k = 0; k < slots + results; k++)
            ones[k] = 1;
        call_ints(&c, "scan_input_directions", slots - carries, ones);
        call_ints(&c, "scan_output_directions", results - carries, ones);
    }
    Value y = {.name = "scan", .results = NEW_N(o->arena, const char *, results)};
    for (int k = 0; k < results; k++)
        y.results[k] = name_new(o, k < carries ? "last" : "stack");
    call_end_many(&c, results, y.results);
    o->scope->value[n->id] = y;
}

static void op_get(Onnx *o, const Node *n)
{
    value_set(o, n, value_of(o, n->arg[0])->results[n->attr.at[0]]);
}

/* ---- the table ---- */

static const OnnxRule tensors[OPS] = {
    [OP_input] = op_input,
    [OP_param] = op_param,
    [OP_const] = op_const,
    [OP_full] = op_full,
    [OP_iota] = op_iota,
    [OP_cast] = op_cast,
    [OP_stop] = op_stop,
    [OP_permute] = op_permute,
    [OP_reshape] = op_reshape,
    [OP_broadcast] = op_broadcast,
    [OP_slice] = op_slice,
    [OP_pad] = onnx_pad,
    [OP_slide] = onnx_window,
    [OP_unslide] = onnx_window,
    [OP_concat] = op_concat,
    [OP_sum] = op_sum,
    [OP_max] = op_max,
    [OP_argmax] = op_argmax,
    [OP_prod] = op_prod,
    [OP_cumsum] = op_cumsum,
    [OP_contract] = onnx_contract,
    [OP_gather] = onnx_gather,
    [OP_scatter] = onnx_scatter,
    [OP_scan] = op_scan,
    [OP_get] = op_get,
};

OnnxRule onnx_rule(Op op)
{
    OnnxRule scalar = onnx_scalar(op);
    return scalar != NULL ? scalar : tensors[op];
}

void onnx_refuse(const Node *n)
{
    if (n->op == OP_random)
        fail_at(n->where,
                "export: %s draws random numbers, and ONNX has none that "
                "depend on a seed and a step; give them to the function as "
                "an input",
                node_label(n));
    if (n->op == OP_step)
        fail_at(n->where, "export: mf.step() counts the steps of a training, and an "
                          "ONNX model has none");
    if (onnx_rule(n->op) == NULL)
        fail_at(n->where, "export: there is no way to write %s, %s, in ONNX",
                node_label(n), op_info(n->op)->name);
}

/*
 * Two models in one program, C or C++: instances that train apart do not touch each
 * other, a copy is an instance, and equal seeds, and no others, give equal numbers;
 * what adds up a batch is no step. Exits with the number of the first check that fails.
 */
#include "a.h"
#include "b.h"

#include <math.h>
#include <string.h>

static A first, second, copy;
static B other;

int main(void)
{
    const float x[3][2] = {{1, 2}, {-1, 0.5F}, {0, 3}}, y[3][1] = {{1}, {0}, {-1}};
    const int32_t ids[4] = {2, 0, 2, 1};
    float out[3][1], again[3][1], total, rest, h[3][5], rows[4][5];
    a_init(&first, 7);
    a_init(&second, 7);
    b_init(&other, 7);
    a_predict(&first, x, out, &total);
    float loss = a_step(&first, x, y);
    memcpy(&copy, &first, sizeof copy);
    a_predict(&second, x, again, &rest);
    if (memcmp(out, again, sizeof out) != 0 || memcmp(&total, &rest, sizeof total) != 0)
        return 1;
    for (int i = 0; i < 50; i++)
        loss = a_step(&first, x, y) < loss ? loss : 0;
    a_predict(&copy, x, out, &total);
    for (int i = 0; i < 50; i++)
        a_step(&copy, x, y);
    if (memcmp(&copy, &first, A_PARAM_BYTES) != 0 || !(loss > 0))
        return 2;
    a_predict(&second, x, again, &rest);
    if (memcmp(out, again, sizeof out) == 0)
        return 3;
    b_predict(&other, x, ids, h, rows);
    for (int i = 0; i < 4; i++)
        if (memcmp(rows[i], h[ids[i]], sizeof rows[i]) != 0)
            return 4;
    float z = x[1][0] * other.W[0][3] + x[1][1] * other.W[1][3];
    if (!(fabsf(expf(z) - h[1][3]) < 1e-5F * h[1][3]))
        return 5;
    a_init(&copy, 7);
    a_init(&second, 8);
    if (copy.seed != 7 || memcmp(&copy, &second, A_PARAM_BYTES) == 0)
        return 6;
    b_part(&other, x);
    if (other.step != 0)
        return 7;
    b_step(&other, x);
    if (other.step != 1)
        return 8;
    bool last = false; /* the table ends where its macro says */
    for (unsigned i = 0; i < A_TENSORS; i++)
        last = a_tensors[i].role == MF_SETTING && strcmp(a_tensors[i].name, "eps") == 0;
    return last && strcmp(a_tensors[0].name, "linear1.weight") == 0 ? 0 : 9;
}

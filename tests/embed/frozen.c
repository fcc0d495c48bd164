/*
 * A network that was trained, and the same one with its parameters as constants, which
 * has nothing but work memory: their functions give the same bits. Exits with the
 * number of the first check that fails.
 */
#include "frozen.h"
#include "whole.h"

#include <string.h>

static Whole whole;
static Frozen frozen;

int main(void)
{
    const float x[3][2][2] = {{{1, 2}, {-1, 0.5F}},
                              {{0, 3}, {2, -2}},
                              {{0.25F, 1}, {1, 1}}},
                y[3][1] = {{1}, {0}, {-1}};
    float out[3][1], same[3][1], h[1][4], again[1][4];
    whole_init(&whole, 3);
    whole_predict(&whole, x, same);
    for (int i = 0; i < 5; i++)
        whole_step(&whole, x, y);
    frozen_init(&frozen, 3);
    whole_predict(&whole, x, out);
    if (memcmp(out, same, sizeof out) == 0) /* it has learnt */
        return 1;
    frozen_predict(&frozen, x, same);
    if (memcmp(out, same, sizeof out) != 0)
        return 2;
    whole_hidden(&whole, x, h);
    frozen_hidden(&frozen, x, again);
    if (memcmp(h, again, sizeof h) != 0)
        return 3;
    return FROZEN_PARAM_BYTES == 0 && FROZEN_TENSORS == 0 ? 0 : 4;
}

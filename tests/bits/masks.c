/*
 * masks.c - short rows that a relu lets through where its sign is computed again, as
 * the gradient of a relu does whose value was not kept. gcc 12 threads the jumps of the
 * two choices, the plain read of `from` is then behind one of them, and all masked
 * vectors of a row get the mask of the first one (see MF_ROLLED in mf_float.h).
 */
#include <stdio.h>

#include "../../runtime/mf_math.h"

#define MASKED(NAME, T, RELU, ROWS, COLUMNS)                                           \
    static void NAME(const T from[restrict ROWS][COLUMNS],                             \
                     T to[restrict ROWS][COLUMNS])                                     \
    {                                                                                  \
        for (int i = 0; i < ROWS; i++)                                                 \
            for (int j = 0; j < COLUMNS; j++) {                                        \
                const T kept = RELU(to[i][j]);                                         \
                const T t = from[i][j];                                                \
                to[i][j] = kept > 0 ? t : 0;                                           \
            }                                                                          \
    }                                                                                  \
    static int NAME##_wrong(void)                                                      \
    {                                                                                  \
        static T from[ROWS][COLUMNS], to[ROWS][COLUMNS];                               \
        int wrong = 0;                                                                 \
        for (int k = 0; k < ROWS * COLUMNS; k++) {                                     \
            from[k / COLUMNS][k % COLUMNS] = (T)(k + 1);                               \
            to[k / COLUMNS][k % COLUMNS] = (T)(k % 3 - 1);                             \
        }                                                                              \
        NAME((const T(*)[COLUMNS])from, to);                                           \
        for (int k = 0; k < ROWS * COLUMNS; k++)                                       \
            wrong += to[k / COLUMNS][k % COLUMNS] != (T)(k % 3 == 2 ? k + 1 : 0);      \
        return wrong;                                                                  \
    }

MASKED(d2x6, double, mf_relu, 2, 6)
MASKED(d5x7, double, mf_relu, 5, 7)
MASKED(d3x12, double, mf_relu, 3, 12)
MASKED(f2x6, float, mf_reluf, 2, 6)
MASKED(f3x12, float, mf_reluf, 3, 12)
MASKED(f5x16, float, mf_reluf, 5, 16)

int main(void)
{
    int wrong[] = {d2x6_wrong(), d5x7_wrong(),  d3x12_wrong(),
                   f2x6_wrong(), f3x12_wrong(), f5x16_wrong()};
    int all = 0;
    for (int i = 0; i < 6; i++)
        all += wrong[i];
    printf("%d elements are wrong\n", all);
    return all > 0;
}

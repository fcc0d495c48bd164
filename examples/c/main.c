/*
 * main.c - a program that trains a network inside itself and asks it: all four
 * answers must be right.
 */
#include <stdio.h>

#include "net.h"

int main(void)
{
    static const float x[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    static const float y[4][1] = {{0}, {1}, {1}, {0}};
    static Net net;
    net_init(&net, 1);
    for (int i = 0; i < 400; i++)
        net_step(&net, x, y);
    int right = 0;
    for (int i = 0; i < 4; i++) {
        float p[1][1];
        net_predict(&net, &x[i], p);
        right += (p[0][0] > 0.5F) == (y[i][0] > 0.5F);
    }
    printf("%d of 4 right\n", right);
    return right == 4 ? 0 : 1;
}

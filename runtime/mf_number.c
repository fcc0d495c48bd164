/*
 * mf_number.c - decimal numbers of texts: what every table means by one, and no
 * more (no nan, no inf, no hexadecimal digits, no blanks).
 */
#include <stdlib.h>

#include "mf_array.h"

/* Up to 15 digits and powers up to 1e22 are exact doubles, so one operation on
 * them rounds correctly (Clinger 1990); strtod does the rest. */
bool mf_number(const char *text, size_t n, double *out)
{
    static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char *at = text, *end = text + n;
    int64_t digits = 0;
    int scale = 0, kept = 0, seen = 0, exponent = 0;
    bool point = false;
    if (at < end && (*at == '+' || *at == '-'))
        at++;
    for (; at < end && ((*at >= '0' && *at <= '9') || (*at == '.' && !point)); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        seen = 1;
        if (kept < 16) {
            digits = digits * 10 + (*at - '0');
            kept += digits != 0;
            scale -= point;
        }
    }
    if (!seen)
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        bool down = at + 1 < end && at[1] == '-';
        at += at + 1 < end && (at[1] == '+' || at[1] == '-') ? 2 : 1;
        if (at == end)
            return false;
        for (; at < end && *at >= '0' && *at <= '9'; at++)
            if (exponent < 10000)
                exponent = exponent * 10 + (*at - '0');
        scale += down ? -exponent : exponent;
    }
    if (at != end)
        return false;
    if (kept < 16 && scale >= -22 && scale <= 22) {
        double v = (double)digits;
        v = scale < 0 ? v / power[-scale] : v * power[scale];
        *out = *text == '-' ? -v : v;
        return true;
    }
    *out = strtod(text, NULL);
    return true;
}
